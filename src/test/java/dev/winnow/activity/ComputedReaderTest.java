package dev.winnow.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.winnow.condition.ActivityKind;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.schema.ConfigFolder;
import dev.winnow.schema.Field;
import dev.winnow.schema.Label;
import dev.winnow.schema.Schema;
import dev.winnow.schema.SchemaReader;
import dev.winnow.schema.YamlFile;
import dev.winnow.schema.YamlJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ComputedReaderTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Path SHIPPED = Path.of("index-config");
  private static final Schema SCHEMA = SchemaReader.read(SHIPPED);

  @TempDir private Path folder;

  @Test
  void the_shipped_file_reads_without_a_fault() {
    ComputedFields fields = ComputedReader.read(SHIPPED, SCHEMA, ZONE);
    assertThat(fields.fields().stream().map(each -> each.field().name()))
        .contains("total_spend", "order_count", "last_purchase", "product_preference", "feedback");
    assertThat(fields.currencies()).isEqualTo(Currencies.only("CNY"));
  }

  @Test
  void without_the_file_nothing_is_computed() {
    ComputedFields fields = ComputedReader.read(folder, SCHEMA, ZONE);
    assertThat(fields.fields()).isEmpty();
    assertThat(fields.currencies().home()).isEqualTo("CNY");
  }

  @Test
  void a_ratio_is_folded_behind_what_it_divides_and_rates_are_exact() throws IOException {
    ComputedFields fields =
        read(
            """
            currency: EUR
            rates: {USD: 0.92, CNY: 0.128}
            fields:
              - {field: order_count, fold: ratio, numerator: employees, denominator: score_sum}
              - {field: employees, activities: [interaction, feedback], fold: count}
              - {field: score_sum, activities: feedback, fold: sum, attribute: score}
            """);
    assertThat(fields.fields().stream().map(each -> each.field().name()))
        .containsExactly("employees", "score_sum", "order_count");
    assertThat(fields.fields().getFirst().kinds())
        .containsExactlyInAnyOrder(ActivityKind.INTERACTION, ActivityKind.FEEDBACK);
    assertThat(fields.currencies().codes()).containsExactly("EUR", "CNY", "USD");
    assertThat(fields.currencies().toHome(1_000_000, "CNY")).contains(128_000L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "fields: x | computed.yml:1: The value of \"fields\" is \"x\".",
        "fields: [{fold: count}] | The key \"field\" is missing.",
        "fields: [{field: total_spned, activities: purchase, fold: sum, attribute: amount}] |"
            + " Did you mean \"total_spend\"?",
        "fields: [{field: total_spend, activities: purchase, fold: summ, attribute: amount}] |"
            + " Did you mean \"sum\"?",
        "fields: [{field: total_spend, activities: purchase, fold: sum}] | \"attribute\" is"
            + " missing",
        "fields: [{field: total_spend, activities: purchse, fold: sum, attribute: amount}] |"
            + " Did you mean \"purchase\"?",
        "fields: [{field: total_spend, activities: interaction, fold: sum, attribute: amount}] |"
            + " A interaction has no number \"amount\".",
        "fields: [{field: last_purchase, activities: purchase, fold: count}] | It must be a"
            + " number.",
        "fields: [{field: order_count, activities: purchase, fold: last}] | It must be a date.",
        "fields: [{field: channel, activities: purchase, fold: distinct, attribute: category}] |"
            + " It must be a keyword with \"multi: true\".",
        "fields: [{field: feedback, activities: interaction, fold: distinct, attribute: type}] |"
            + " accepts every \"type\"",
        "fields: [{field: total_spend, activities: purchase, fold: sum, attribute: quantity}] |"
            + " It must be a number.",
        "{currency: USD, fields: [{field: total_spend, activities: purchase, fold: sum,"
            + " attribute: amount}]} | money in USD, in which amounts are added",
        "{currency: XXY, fields: []} | The currency \"XXY\" is unknown.",
        "{currency: CNY, rates: {USD: -1}, fields: []} | The rate of USD is not a number above 0.",
        "{currency: CNY, rates: {CNY: 1}, fields: []} | \"CNY\" is no other currency.",
        "fields: [{field: order_count, activities: purchase, fold: count, limit: 3}] |"
            + " cannot have \"limit\"",
        "fields: [{field: order_count, activities: purchase, fold: count, lookback: 90}] |"
            + " This is not a span of time.",
        "fields: [{field: order_count, activities: purchase, fold: count, where: {field: colour,"
            + " in: [a]}}] | There is no field \"colour\".",
        "fields: [{field: order_count, activities: purchase, fold: count, where: {field: date,"
            + " gte: today-9d}}] | relative to today",
        "fields: [{field: order_count, fold: ratio, numerator: employees, denominator: x}] |"
            + " The field \"x\" is not computed.",
        "fields: [{field: order_count, fold: ratio, numerator: employees, denominator: employees},"
            + " {field: employees, fold: ratio, numerator: order_count, denominator: order_count}]"
            + " | order_count → employees → order_count",
        "fields: [{field: order_count, activities: purchase, fold: count}, {field: order_count,"
            + " activities: purchase, fold: count}] | computed twice",
        "fields: [{field: product_preference, activities: purchase, fold: top, attribute: category,"
            + " share: 2}] | not a number from 0 to 1"
      })
  void each_fault_has_its_line_and_what_would_be_right(String yaml, String message) {
    assertThatThrownBy(() -> read(yaml + "\n"))
        .isInstanceOfSatisfying(
            WinnowException.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_CONFIGURATION);
              assertThat(problem.faults())
                  .allSatisfy(fault -> assertThat(fault.pointer()).startsWith("computed.yml:1"));
            })
        .hasMessageContaining(message);
  }

  @Test
  void the_json_schema_knows_what_the_reader_knows() {
    JsonNode schema = JsonMapper.shared().readTree(SHIPPED.resolve("computed.schema.json"));
    JsonNode field = schema.at("/$defs/field");
    assertThat(schema.at("/properties").propertyNames()).hasSameElementsAs(ComputedReader.KEYS);
    assertThat(field.at("/properties").propertyNames()).hasSameElementsAs(ComputedFieldReader.KEYS);
    assertThat(strings(field.at("/properties/fold/enum"))).isEqualTo(FoldReader.Type.words());
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema.toString(), InputFormat.JSON)
                .validate(shipped().toString(), InputFormat.JSON))
        .isEmpty();
  }

  private static JsonNode shipped() {
    return YamlFile.read(new ConfigFolder(SHIPPED), "computed.yml")
        .map(node -> new YamlJson(node).json())
        .orElseThrow();
  }

  private static List<String> strings(JsonNode array) {
    return Stream.iterate(0, i -> i < array.size(), i -> i + 1)
        .map(i -> array.get(i).stringValue())
        .toList();
  }

  private ComputedFields read(String yaml) throws IOException {
    Files.writeString(folder.resolve("computed.yml"), yaml);
    Map<String, Field> fields = new LinkedHashMap<>(SCHEMA.fields());
    Label label = new Label("Scores", "评分");
    Field.Traits traits = new Field.Traits("score_sum", label, false, false, false, false, false);
    fields.put("score_sum", new Field.Number(traits, 0, ""));
    Schema schema = Schema.of(List.copyOf(fields.values()), SCHEMA.title(), SCHEMA.search());
    return ComputedReader.read(folder, schema, ZONE);
  }
}
