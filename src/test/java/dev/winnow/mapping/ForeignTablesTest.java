package dev.winnow.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.mapping.Proposal.Kind;
import dev.winnow.tables.RowSource;
import dev.winnow.tables.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small tables as other programs write them: what is proposed, and that no row is lost by it. */
final class ForeignTablesTest {
  @TempDir private Path folder;

  /** What the proposal for a table makes of its rows. */
  private record Taken(Proposal proposal, List<RowMapper.Mapped> rows) {
    Map<String, String> targets() {
      return Proposals.targets(proposal);
    }

    List<List<String>> cells(String field) {
      return rows.stream().map(row -> row.cells().getOrDefault(field, List.of())).toList();
    }

    Taken withoutFaults() {
      assertThat(rows).isNotEmpty();
      rows.forEach(row -> assertThat(Proposals.faults(row)).as(row.id()).isEmpty());
      return this;
    }
  }

  private Taken take(String table) throws IOException {
    Path file = Files.writeString(folder.resolve("table.csv"), table);
    Proposal proposal = Proposals.of(file);
    List<RowMapper.Mapped> rows = new ArrayList<>();
    try (RowSource source = Tables.open(file, proposal.mapping().format())) {
      RowMapper mapper = new RowMapper(proposal.mapping(), source.header());
      source.forEachRemaining(row -> rows.addAll(mapper.map(row)));
    }
    return new Taken(proposal, rows);
  }

  @Test
  void classes_that_are_no_kinds_of_customers_become_tags() throws IOException {
    Taken taken = take("客户编码,客户名称,客户分类\nC1,甲公司,VIP\nC2,乙公司,普通\nC3,丙公司,重要\n").withoutFaults();
    assertThat(taken.proposal().questions()).isEmpty();
    assertThat(taken.targets()).containsEntry("客户分类", "customers.tags");
    assertThat(taken.cells("tags")).containsExactly(List.of("VIP"), List.of("普通"), List.of("重要"));
    assertThat(
            take("Customer ID,Customer Name,Customer Class\n1,A Ltd,Gold\n2,B Ltd,Key\n").targets())
        .containsEntry("Customer Class", "customers.tags");
  }

  @Test
  void values_that_a_list_does_not_know_are_asked_and_cost_no_row() throws IOException {
    Taken taken = take("客户编码,客户名称,客户类型\nC1,甲公司,企业\nC2,乙公司,企业\nC3,丙公司,重要\n").withoutFaults();
    assertThat(taken.proposal().questions().stream().map(Proposal.Question::kind))
        .containsExactly(Kind.UNKNOWN_VALUES);
    assertThat(taken.cells("customer_type"))
        .containsExactly(List.of("enterprise"), List.of("enterprise"), List.of());
    assertThat(taken.rows().getLast().unknown()).containsEntry("customer_type", List.of("重要"));
  }

  @Test
  void a_column_may_count_in_ten_thousands() throws IOException {
    Taken taken =
        take("客户编码,客户名称,累计销售额(万元)\nC1,甲公司,\"1,234.5\"\nC2,乙公司,2\nC3,丙公司,3亿\n").withoutFaults();
    assertThat(taken.targets()).containsEntry("累计销售额(万元)", "customers.total_spend");
    assertThat(taken.cells("total_spend"))
        .containsExactly(List.of("1,234.5万"), List.of("2万"), List.of("3亿"));
  }

  @Test
  void sums_beside_customers_are_theirs_and_no_purchases() throws IOException {
    Taken taken =
        take("""
            External ID,Name,Company Type,Tags,Salesperson,Created on,Total Invoiced
            res_1,A Ltd,Company,"Gold,New",Jo,2024-05-20 08:15:00,10.50
            res_2,B Ltd,Company,Gold,Jo,2024-05-21 08:15:00,20.50
            """)
            .withoutFaults();
    assertThat(taken.targets())
        .containsEntry("Created on", "customers.customer_since")
        .containsEntry("Total Invoiced", "customers.total_spend")
        .containsEntry("Tags", "customers.tags");
  }

  @Test
  void the_price_under_a_merged_cell_is_not_the_amount() throws IOException {
    Taken taken =
        take("""
            单据日期,单据号,客户编码,存货名称,数量,金额 单价,金额 金额(元),是否退货
            2024-01-05,X1,C1,鼠标,2,10.5,21,否
            2024-01-06,X2,C1,鼠标,1,10.5,10.5,是
            """)
            .withoutFaults();
    assertThat(taken.cells("amount")).contains(List.of("21"), List.of("-10.5"));
  }

  @Test
  void members_of_objects_are_known_by_their_own_names() throws IOException {
    Taken taken =
        take(
            """
            id,name,properties.email,address1.city,address1.country,owner.email
            1,A Ltd,a@b.de,Berlin,Germany,jo@x.de
            2,B Ltd,b@b.de,Ulm,Germany,jo@x.de
            """);
    assertThat(taken.targets())
        .containsEntry("properties.email", "customers.email")
        .containsEntry("address1.city", "customers.region")
        .containsEntry("address1.country", "customers.region");
  }

  @Test
  void japanese_names_of_columns_are_understood() throws IOException {
    Taken taken =
        take("""
            顧客番号,会社名,氏名,電話番号,郵便番号,都道府県,住所,メールアドレス,業種,売上高,従業員数,登録日,担当者
            1,株式会社山田,山田 太郎,03-1234-5678,100-0001,東京都,丸の内1-1,a@b.jp,製造業,1000,50名,令和6年5月20日,高橋
            2,鈴木商店,鈴木 花子,03-1234-5679,100-0002,大阪府,北区1-1,c@d.jp,小売業,2000,60名,令和6年5月21日,田中
            """)
            .withoutFaults();
    assertThat(taken.proposal().questions()).isEmpty();
    assertThat(taken.targets().values().stream().map(target -> target.replace("customers.", "")))
        .containsExactly(
            "id",
            "name",
            "contact",
            "phone",
            "address",
            "region",
            "address",
            "email",
            "industry",
            "total_spend",
            "employees",
            "customer_since",
            "owner");
  }

  @Test
  void russian_and_spanish_names_of_columns_are_understood() throws IOException {
    Taken russian =
        take("""
            Код;Наименование;ИНН;Телефон;Эл. почта;Город;Адрес;Отрасль;Выручка, руб.;Менеджер;Дата регистрации
            1;ООО Ромашка;7701;+7 495 123-45-67;a@b.ru;Москва;ул. Ленина, 1;Торговля;1 234 567,50;Иванов;20.05.2024
            """)
            .withoutFaults();
    assertThat(russian.targets().values().stream().map(target -> target.replace("customers.", "")))
        .containsExactly(
            "id",
            "name",
            "-",
            "phone",
            "email",
            "region",
            "address",
            "industry",
            "total_spend",
            "owner",
            "customer_since");
    Taken spanish =
        take("""
            Código de cliente;Razón social;Teléfono;Ciudad;Facturación anual;Fecha de registro
            1;García S.L.;91 123 45 67;Madrid;1.234,50;20/05/2024
            """)
            .withoutFaults();
    assertThat(spanish.targets()).doesNotContainValue("-");
  }
}
