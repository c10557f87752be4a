package dev.winnow.imports;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.winnow.activity.ActivityReader;
import dev.winnow.activity.Currencies;
import dev.winnow.customer.Customer;
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
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RowReaderTest {
  private static final Schema SCHEMA = SchemaReader.read(Path.of("index-config"));
  private static final Path DATA = Path.of("../shared/data");
  private static final ActivityReader ACTIVITIES =
      new ActivityReader(new Currencies("CNY", Map.of()), ZoneOffset.UTC, Clock.systemUTC());

  @TempDir private Path folder;

  private final Map<String, Customer> customers = new HashMap<>();
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
    Customer ada = customer("X-7-12");
    assertThat(ada.words("name")).containsExactly("Ada Lovelace");
    assertThat(ada.words("customer_type")).containsExactly("individual");
    assertThat(ada.words("region")).containsExactly("德国/Berlin／Mitte");
    assertThat(ada.words("tags")).containsExactly("vip", "new");
    assertThat(ada.words("phone")).containsExactly("030 1234");
    assertThat(ada.words("gender")).containsExactly("female");
    assertThat(ada.amount("birthday")).hasValue(amount("X-7-13", "birthday"));
    assertThat(ada.amount("total_spend")).hasValue(123_450);
    assertThat(customer("X-7-13").values().keySet())
        .containsExactly("name", "customer_type", "birthday");
  }

  @Test
  void a_bad_row_is_rejected_with_all_its_reasons_and_the_others_go_on() throws IOException {
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
    assertThat(customers).containsOnlyKeys("F");
    assertThat(rejected)
        .satisfiesExactlyInAnyOrder(
            row -> assertThat(row).startsWith("2 ").contains("born: ", "income: "),
            row -> assertThat(row).startsWith("3 id: The id is missing."),
            row -> assertThat(row).startsWith("4 name: "),
            row -> assertThat(row).startsWith("5 sex: The mapping has no value for \"X\"."),
            row -> assertThat(row).startsWith("6 The row has 2 cells. The header has 5."));
  }

  @Test
  void a_column_that_is_not_there_is_named_with_the_nearest_one() {
    assertThatThrownBy(() -> run("id: ID\nfields:\n  name: Nmae", "ID,Name\nA,Ann\n"))
        .isInstanceOf(WinnowException.class)
        .hasMessage("mapping.yml:3: The table has no column \"Nmae\". Did you mean \"Name\"?");
    assertThat(customers).isEmpty();
  }

  @Test
  void bytes_that_are_no_text_reject_their_row_only() throws IOException {
    byte[] bytes = "id,name\nA,xx\nB,y\n".getBytes(StandardCharsets.UTF_8);
    bytes[10] = (byte) 0xE9;
    Path table = Files.write(folder.resolve("table.csv"), bytes);
    run(mapping("id: id\nfields: {name: name}"), table);
    assertThat(customers).containsOnlyKeys("B");
    assertThat(rejected)
        .singleElement()
        .asString()
        .contains("name: The cell is not text in the charset of the file.");
  }

  @Test
  void real_tables_come_in_whole_with_the_shipped_mappings() {
    assumeTrue(Files.isDirectory(DATA), "needs the data sets beside the project");
    runShipped("cn_a_share", "cn_a_share/a_share_companies.csv");
    assertThat(customers).hasSize(5_418);
    runShipped("northwind", "northwind/customers.csv");
    assertThat(customers).hasSize(5_418 + 91);
    runShipped("adventureworks", "adventureworks/AdventureWorks_Customers.csv.gz");
    assertThat(customers).hasSize(5_418 + 91 + 18_148);
    assertThat(rejected).isEmpty();
    assertThat(customer("A-000002.SZ").words("region")).containsExactly("中国/广东/深圳");
    assertThat(customer("N-ALFKI").words("region")).containsExactly("德国/Berlin");
    assertThat(customer("W-11096").words("name")).containsExactly("ANDRÉS ANAND");
    assertThat(amount("W-11000", "annual_income")).isEqualTo(9_000_000);
  }

  private void runShipped(String mapping, String table) {
    run(Path.of("docs/mappings", mapping + ".yml"), DATA.resolve(table));
  }

  private void run(String mapping, String table) throws IOException {
    run(mapping(mapping), Files.writeString(folder.resolve("table.csv"), table));
  }

  private Path mapping(String yaml) throws IOException {
    return Files.writeString(folder.resolve("mapping.yml"), yaml);
  }

  private void run(Path mappingFile, Path table) {
    ColumnMapping mapping = new MappingReader(SCHEMA).read(mappingFile);
    try (RowSource source = Tables.open(table, mapping.format())) {
      RowReader reader = new RowReader(SCHEMA, mapping, source.header(), ACTIVITIES);
      source.forEachRemaining(row -> keep(reader.apply(row)));
    }
  }

  private void keep(ReadRow read) {
    for (Item item : read.items()) {
      if (item instanceof Item.CustomerItem(Customer customer, _, _)) {
        customers.put(customer.id(), customer);
      }
    }
    if (!read.faults().isEmpty()) {
      String reasons = read.faults().stream().map(Fault::toString).collect(joining("; "));
      rejected.add(read.row().number() + " " + reasons);
    }
  }

  private Customer customer(String id) {
    return Objects.requireNonNull(customers.get(id), id);
  }

  private long amount(String id, String field) {
    return customer(id).amount(field).orElseThrow();
  }
}
