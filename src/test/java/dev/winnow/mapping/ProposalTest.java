package dev.winnow.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.winnow.mapping.ColumnMapping.Rows;
import dev.winnow.mapping.Proposal.Kind;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The public data sets, and small tables of other programs, from their bytes to proposals. */
final class ProposalTest {
  private static final Path DATA = Path.of("../shared/data");

  @TempDir private Path folder;

  @Test
  void northwind_customers_need_nobody() {
    Proposal proposal = propose("northwind/customers.csv");
    assertThat(proposal.questions()).isEmpty();
    assertThat(Proposals.targets(proposal))
        .containsEntry("customerID", "customers.id")
        .containsEntry("companyName", "customers.name")
        .containsEntry("contactName", "customers.contact")
        .containsEntry("country", "customers.region")
        .containsEntry("city", "customers.region")
        .containsEntry("phone", "customers.phone")
        .containsEntry("fax", "customers.phone")
        .containsEntry("postalCode", "customers.address");
    assertThat(rows(proposal)).containsExactly(Rows.CUSTOMERS);
  }

  @Test
  void moments_of_another_program_are_days() throws IOException {
    Proposal proposal = proposed("Account Name,Created Date\nBig Inc,2019-02-11T08:00:00.000Z\n");
    assertThat(Proposals.targets(proposal))
        .containsEntry("Created Date", "customers.customer_since");
  }

  @Test
  void texts_that_tell_customers_apart_are_their_names_when_nothing_else_is() throws IOException {
    Proposal proposal = proposed("Код;Наименование\n1;Ромашка\n2;Василёк\n3;Ландыш\n");
    assertThat(Proposals.targets(proposal)).containsEntry("Наименование", "customers.name");
  }

  @Test
  void ids_tell_customers_apart_in_long_tables_too() throws IOException {
    StringBuilder rows = new StringBuilder("id,name,city\n");
    for (int i = 0; i < 150_000; i++) {
      rows.append("B%d,Company %d Ltd,Berlin%n".formatted(i, i));
    }
    Proposal proposal = proposed(rows.toString());
    assertThat(Proposals.targets(proposal)).containsEntry("id", "customers.id");
    assertThat(proposal.questions()).isEmpty();
  }

  @Test
  void northwind_orders_ask_only_for_the_amount() {
    Proposal proposal = propose("northwind/orders.csv");
    assertThat(Proposals.targets(proposal))
        .containsEntry("orderID", "purchases.order")
        .containsEntry("customerID", "purchases.customer")
        .containsEntry("orderDate", "purchases.time")
        .containsEntry("shipCity", "-")
        .containsEntry("freight", "-");
    assertThat(kinds(proposal)).containsExactly(Kind.TARGET);
  }

  @Test
  void northwind_lines_multiply_and_ask_whose_they_are_and_when() {
    Proposal proposal = propose("northwind/order_details.csv");
    assertThat(MappingWriter.toJson(proposal.mapping()).at("/fields/amount").toString())
        .isEqualTo("{\"times\":[\"unitPrice\",\"quantity\"],\"less\":\"discount\"}");
    assertThat(kinds(proposal)).containsExactly(Kind.TARGET, Kind.TARGET);
  }

  @Test
  void people_of_adventureworks_need_nobody() {
    Proposal proposal = propose("adventureworks/AdventureWorks_Customers.csv.gz");
    assertThat(proposal.questions()).isEmpty();
    assertThat(Proposals.targets(proposal))
        .containsEntry("FirstName", "customers.name")
        .containsEntry("LastName", "customers.name")
        .containsEntry("BirthDate", "customers.birthday")
        .containsEntry("Gender", "customers.gender")
        .containsEntry("MaritalStatus", "customers.marital_status")
        .containsEntry("EmailAddress", "customers.email")
        .containsEntry("AnnualIncome", "customers.annual_income")
        .containsEntry("TotalChildren", "-");
    assertThat(proposal.mapping().parts().getFirst().rule("customer_type").orElseThrow().origin())
        .isEqualTo(new FieldRule.Constant("individual"));
  }

  @Test
  void sales_of_adventureworks_derive_their_customers() {
    Proposal proposal = propose("adventureworks/AdventureWorks_Sales_2016.csv.gz");
    assertThat(proposal.questions()).isEmpty();
    assertThat(rows(proposal)).containsExactly(Rows.CUSTOMERS, Rows.PURCHASES);
    assertThat(MappingWriter.toJson(proposal.mapping()).at("/parts/1/id/columns").toString())
        .isEqualTo("[\"OrderNumber\",\"OrderLineItem\"]");
    assertThat(MappingWriter.toJson(proposal.mapping()).at("/parts/1/fields/time/dates").toString())
        .isEqualTo("[\"M/d/yyyy\"]");
  }

  @Test
  void returns_of_adventureworks_ask_whose_they_are() {
    Proposal proposal = propose("adventureworks/AdventureWorks_Returns.csv");
    assertThat(kinds(proposal)).containsExactly(Kind.TARGET, Kind.TARGET);
    assertThat(MappingWriter.toJson(proposal.mapping()).at("/fields/quantity/negative").asBoolean())
        .isTrue();
  }

  @Test
  void chinese_listed_companies_need_nobody() {
    Proposal proposal = propose("cn_a_share/a_share_companies.csv");
    assertThat(proposal.questions()).isEmpty();
    assertThat(Proposals.targets(proposal))
        .containsEntry("ts_code", "customers.id")
        .containsEntry("name", "customers.short_name")
        .containsEntry("fullname", "customers.name")
        .containsEntry("enname", "customers.english_name")
        .containsEntry("area", "customers.region")
        .containsEntry("industry", "customers.industry")
        .containsEntry("market", "customers.market")
        .containsEntry("list_date", "customers.listed_on")
        .containsEntry("act_ent_type", "customers.ownership")
        .containsEntry("act_name", "-");
  }

  @Test
  void american_companies_need_nobody() {
    Proposal proposal = propose("sp500/constituents.csv");
    assertThat(proposal.questions()).isEmpty();
    assertThat(Proposals.targets(proposal))
        .containsEntry("Symbol", "customers.id")
        .containsEntry("Security", "customers.name")
        .containsEntry("GICS Sector", "customers.industry")
        .containsEntry("GICS Sub-Industry", "customers.industry")
        .containsEntry("Headquarters Location", "customers.region");
  }

  @Test
  void wholesale_customers_are_called_by_their_ids() {
    Proposal proposal = propose("wholesale/wholesale_customers.csv");
    assertThat(proposal.questions()).isEmpty();
    assertThat(Proposals.targets(proposal))
        .containsEntry("CustomerID", "customers.id")
        .containsEntry("Channel", "customers.channel")
        .containsEntry("Region", "customers.region")
        .containsEntry("Milk", "-");
  }

  @Test
  void a_table_without_header_is_told_by_its_values_with_one_question() {
    Proposal proposal = propose("cdnow_sample/CDNOW_sample.txt");
    assertThat(kinds(proposal)).containsExactly(Kind.TARGET);
    assertThat(Proposals.targets(proposal).values())
        .containsExactly(
            "purchases.customer", "-", "purchases.time", "purchases.quantity", "purchases.amount");
  }

  @Test
  void orders_with_persons_derive_them() {
    Proposal proposal = propose("rfm_orders/rfm_data_orders.csv");
    assertThat(proposal.questions()).isEmpty();
    assertThat(Proposals.targets(proposal))
        .containsEntry("customer_id", "purchases.customer")
        .containsEntry("order_date", "purchases.time")
        .containsEntry("revenue", "purchases.amount")
        .containsEntry("first_name", "customers.name")
        .containsEntry("email", "customers.email");
  }

  @Test
  void lists_of_other_things_are_recognised_as_such() {
    for (String file :
        List.of(
            "northwind/products.csv",
            "northwind/categories.csv",
            "northwind/employees.csv",
            "adventureworks/AdventureWorks_Products.csv",
            "adventureworks/AdventureWorks_Product_Categories.csv",
            "adventureworks/AdventureWorks_Product_Subcategories.csv",
            "adventureworks/AdventureWorks_Territories.csv",
            "cn_divisions/provinces.csv",
            "cn_divisions/cities.csv",
            "cn_divisions/areas.csv",
            "gbt4754/gbt4754_2011.csv")) {
      Proposal proposal = propose(file);
      assertThat(proposal.questions()).as(file).hasSize(1);
      assertThat(proposal.questions().getFirst().options().getFirst().value())
          .as(file)
          .isEqualTo("none");
    }
  }

  @Test
  void northwind_lines_with_orders_products_and_categories_need_nobody() {
    Path folder = DATA.resolve("northwind");
    assumeTrue(Files.exists(folder), "the shared data is not here");
    Proposal proposal =
        Proposals.of(
            folder.resolve("order_details.csv"),
            Stream.of("orders.csv", "products.csv", "categories.csv")
                .map(folder::resolve)
                .toList());
    System.out.println(Proposals.summary("order_details.csv and others", proposal));
    assertThat(proposal.questions()).isEmpty();
    assertThat(Proposals.targets(proposal))
        .containsEntry("orders.customerID", "purchases.customer")
        .containsEntry("orders.orderDate", "purchases.time")
        .containsEntry("products.productName", "purchases.product")
        .containsEntry("products.quantityPerUnit", "-")
        .containsEntry("products.unitPrice", "-")
        .containsEntry("categories.categoryName", "purchases.category")
        .doesNotContainKey("orders.orderID");
    assertThat(proposal.mapping().lookups().getLast().by().name()).isEqualTo("products.categoryID");
  }

  @Test
  void a_file_without_a_column_of_the_same_name_cannot_be_added() throws IOException {
    Path lines = Files.writeString(folder.resolve("lines.csv"), "order,sku,qty\n1,a,2\n1,b,3\n");
    Path sold = Files.writeString(folder.resolve("sold.csv"), "order,date\n1,2024-05-01\n1,x\n");
    Path none = Files.writeString(folder.resolve("none.csv"), "nr,date\n1,2024-05-01\n");
    for (Path other : List.of(sold, none)) {
      assertThatThrownBy(() -> Proposals.of(lines, List.of(other)))
          .isInstanceOf(WinnowException.class)
          .extracting(thrown -> ((WinnowException) thrown).code())
          .isEqualTo(ProblemCode.INVALID_MAPPING);
    }
  }

  @Test
  void names_of_one_word_are_those_of_the_added_files_thing() throws IOException {
    Path lines =
        Files.writeString(
            folder.resolve("lines.csv"),
            "order_id,product_id,quantity,price\nA1,7,2,9.50\nA1,8,1,3.25\nA2,7,3,9.50\n");
    Path orders =
        Files.writeString(
            folder.resolve("orders.csv"),
            "id,customer,date\nA1,K-1,2024-05-01\nA2,K-2,2024-05-02\n");
    Path products =
        Files.writeString(folder.resolve("products.csv"), "id,name\n7,Saddle\n8,Bell\n");
    Proposal proposal = Proposals.of(lines, List.of(orders, products));
    assertThat(Proposals.targets(proposal))
        .containsEntry("orders.date", "purchases.time")
        .containsEntry("orders.customer", "purchases.customer")
        .containsEntry("products.name", "purchases.product");
  }

  private static List<Rows> rows(Proposal proposal) {
    return proposal.mapping().parts().stream().map(ColumnMapping.Part::rows).toList();
  }

  private static List<Kind> kinds(Proposal proposal) {
    return proposal.questions().stream().map(Proposal.Question::kind).toList();
  }

  private static Proposal propose(String file) {
    Path path = DATA.resolve(file);
    assumeTrue(Files.exists(path), "the shared data is not here");
    Proposal proposal = Proposals.of(path);
    System.out.println(Proposals.summary(path.getFileName().toString(), proposal));
    return proposal;
  }

  private Proposal proposed(String table) throws IOException {
    return Proposals.of(Files.writeString(folder.resolve("table.csv"), table));
  }
}
