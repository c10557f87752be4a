package dev.winnow.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.winnow.customer.Customer;
import dev.winnow.ingest.Receipt;
import dev.winnow.ingest.Tally;
import dev.winnow.mapping.ColumnMapping;
import dev.winnow.mapping.MappingReader;
import dev.winnow.problem.Fault;
import dev.winnow.problem.WinnowException;
import dev.winnow.schema.Schema;
import dev.winnow.schema.SchemaReader;
import dev.winnow.tables.RowSource;
import dev.winnow.tables.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RowImportTest {
  private static final Schema SCHEMA = SchemaReader.read(Path.of("index-config"));
  private static final Path DATA = Path.of("../shared/data");

  @TempDir private Path folder;

  private final Memory memory = new Memory();
  private final List<String> rejected = new ArrayList<>();

  @Test
  void cells_become_fields_as_the_mapping_says() throws IOException {
    run(
        """
        nulls: ["NULL", "-"]
        id: {columns: [shop, no], prefix: "X-"}
        fields:
          name: {columns: [first, last]}
          customer_type: {constant: individual}
          region: {columns: [country, state, city], values: {Germany: 德国}}
          tags: {column: marks, split: "|", values: {v: vip}}
          phone: {columns: [tel, fax]}
          gender: {column: sex, values: {F: female}, unlisted: empty}
          birthday: {column: born, dates: [M/d/yyyy, yyyy.MM.dd]}
          total_spend: {column: spend, decimal-comma: true}
        """,
        """
        shop,no,first,last,country,state,city,marks,tel,fax,sex,born,spend
        7,12, Ada ,Lovelace,Germany,NULL,Berlin/Mitte,v| new ||,030 1234,-,F,12/10/1985,"1.234,50 €"
        7,13,Bo,NULL,-,-,-,,,,?,1985.12.10,
        """);
    assertThat(rejected).isEmpty();
    Customer ada = memory.get("X-7-12");
    assertThat(ada.words("name")).containsExactly("Ada Lovelace");
    assertThat(ada.words("customer_type")).containsExactly("individual");
    assertThat(ada.words("region")).containsExactly("德国/Berlin／Mitte");
    assertThat(ada.words("tags")).containsExactly("vip", "new");
    assertThat(ada.words("phone")).containsExactly("030 1234");
    assertThat(ada.words("gender")).containsExactly("female");
    assertThat(ada.amount("birthday")).hasValue(memory.amount("X-7-13", "birthday"));
    assertThat(ada.amount("total_spend")).hasValue(123_450);
    assertThat(memory.get("X-7-13").values().keySet())
        .containsExactly("name", "customer_type", "birthday");
  }

  @Test
  void a_bad_row_is_rejected_with_all_its_reasons_and_the_others_go_on() throws IOException {
    Tally tally =
        run(
            """
            id: id
            fields:
              name: name
              birthday: born
              annual_income: income
              gender: {column: sex, values: {F: female, M: male}, unlisted: reject}
            """,
            """
            id,name,born,income,sex
            A,Ann,2020-02-30,lots,F
            ,Bob,,,
            C,,,,
            D,Dan,,,X
            E,Eve
            F,Fay,2020-02-29,1000,F
            """);
    assertThat(tally).isEqualTo(new Tally(1, 0, 0, 0, 5));
    assertThat(rejected)
        .satisfiesExactlyInAnyOrder(
            row -> assertThat(row).startsWith("2 ").contains("born: ", "income: "),
            row -> assertThat(row).startsWith("3 id: The id is missing."),
            row -> assertThat(row).startsWith("4 name: "),
            row -> assertThat(row).startsWith("5 sex: The mapping has no value for \"X\"."),
            row -> assertThat(row).startsWith("6 The row has 2 cells. The header has 5."));
  }

  @Test
  void the_same_file_again_changes_nothing() throws IOException {
    String mapping = "id: id\nfields: {name: name}";
    String table = "id,name\nA,Ann\nB,Bob\n";
    assertThat(run(mapping, table)).isEqualTo(new Tally(2, 0, 0, 0, 0));
    assertThat(run(mapping, table)).isEqualTo(new Tally(0, 0, 2, 0, 0));
  }

  @Test
  void a_repeated_id_replaces_the_earlier_row_unless_told_otherwise() throws IOException {
    String table = "id,name\nA,Ann\nA,Anne\n";
    assertThat(run("id: id\nfields: {name: name}", table)).isEqualTo(new Tally(1, 1, 0, 0, 0));
    assertThat(memory.get("A").words("name")).containsExactly("Anne");
    memory.customers.clear();
    assertThat(run("repeated-ids: reject\nid: id\nfields: {name: name}", table))
        .isEqualTo(new Tally(1, 0, 0, 0, 1));
    assertThat(rejected).singleElement().asString().startsWith("3 id: The id is already in row 2.");
  }

  @Test
  void a_column_that_is_not_there_is_named_with_the_nearest_one() {
    assertThatThrownBy(() -> run("id: ID\nfields:\n  name: Nmae", "ID,Name\nA,Ann\n"))
        .isInstanceOf(WinnowException.class)
        .hasMessage("mapping.yml:3: The table has no column \"Nmae\". Did you mean \"Name\"?");
    assertThat(memory.customers).isEmpty();
  }

  @Test
  void bytes_that_are_no_text_reject_their_row_only() throws IOException {
    byte[] bytes = "id,name\nA,xx\nB,y\n".getBytes(StandardCharsets.UTF_8);
    bytes[10] = (byte) 0xE9;
    Path table = Files.write(folder.resolve("table.csv"), bytes);
    assertThat(run(mapping("id: id\nfields: {name: name}"), table))
        .isEqualTo(new Tally(1, 0, 0, 0, 1));
    assertThat(rejected)
        .singleElement()
        .asString()
        .contains("name: The cell is not text in the charset of the file.");
  }

  @Test
  void real_tables_come_in_whole_with_the_shipped_mappings() {
    assumeTrue(Files.isDirectory(DATA), "needs the data sets beside the project");
    assertThat(runShipped("cn_a_share", "cn_a_share/a_share_companies.csv").inserted())
        .isEqualTo(5_418);
    assertThat(runShipped("northwind", "northwind/customers.csv").inserted()).isEqualTo(91);
    assertThat(runShipped("adventureworks", "adventureworks/AdventureWorks_Customers.csv.gz"))
        .isEqualTo(new Tally(18_148, 0, 0, 0, 0));
    assertThat(rejected).isEmpty();
    assertThat(memory.customers).hasSize(5_418 + 91 + 18_148);
    assertThat(memory.get("A-000002.SZ").words("region")).containsExactly("中国/广东/深圳");
    assertThat(memory.get("N-ALFKI").words("region")).containsExactly("德国/Berlin");
    assertThat(memory.get("W-11096").words("name")).containsExactly("ANDRÉS ANAND");
    assertThat(memory.amount("W-11000", "annual_income")).isEqualTo(9_000_000);
  }

  private Tally runShipped(String mapping, String table) {
    return run(Path.of("docs/mappings", mapping + ".yml"), DATA.resolve(table));
  }

  private Tally run(String mapping, String table) throws IOException {
    return run(mapping(mapping), Files.writeString(folder.resolve("table.csv"), table));
  }

  private Path mapping(String yaml) throws IOException {
    return Files.writeString(folder.resolve("mapping.yml"), yaml);
  }

  private Tally run(Path mappingFile, Path table) {
    rejected.clear();
    ColumnMapping mapping = new MappingReader(SCHEMA).read(mappingFile);
    try (RowSource source = Tables.open(table, mapping.format())) {
      return new RowImport(SCHEMA, mapping, memory, row -> rejected.add(text(row))).run(source);
    }
  }

  private static String text(RejectedRow row) {
    return row.row().number()
        + " "
        + String.join("; ", row.faults().stream().map(Fault::toString).toList());
  }

  /** A target that keeps customers in a map. */
  private static final class Memory implements ImportTarget {
    private final Map<String, Customer> customers = new HashMap<>();

    @Override
    public List<Receipt> put(List<Customer> batch) {
      return batch.stream().map(this::put).toList();
    }

    private Receipt put(Customer customer) {
      Customer before = customers.put(customer.id(), customer);
      Receipt.Outcome outcome =
          before == null
              ? Receipt.Outcome.INSERTED
              : before.equals(customer) ? Receipt.Outcome.UNCHANGED : Receipt.Outcome.UPDATED;
      return new Receipt(customer.id(), outcome, 1, List.of());
    }

    private Customer get(String id) {
      return Objects.requireNonNull(customers.get(id), id);
    }

    private long amount(String id, String field) {
      return get(id).amount(field).orElseThrow();
    }

    @Override
    public void checkpoint() {}
  }
}
