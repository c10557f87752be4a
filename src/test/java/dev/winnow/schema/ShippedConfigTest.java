package dev.winnow.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ShippedConfigTest {
  private static final Path FOLDER = Path.of("index-config");

  private final Schema schema = SchemaReader.read(FOLDER);

  @Test
  void it_reads_without_a_fault() {
    assertThat(schema.title()).isEqualTo("name");
    assertThat(schema.fields().firstEntry().getKey()).isEqualTo("name");
    assertThat(schema.search().tieBreakField()).isEqualTo("value_tier");
    assertThat(schema.search().synonyms()).contains(List.of("软件", "software"));
    assertThat(schema.search().weakWords())
        .contains("股份有限公司", "gmbh", "co., ltd.", "杭州", "hangzhou", "德国");
  }

  @Test
  void it_has_every_type_of_field() {
    assertThat(schema.fields().values().stream().map(Field::getClass).distinct())
        .hasSize(FieldType.values().length);
  }

  @Test
  void every_facet_that_is_not_free_has_labels_in_both_languages() {
    assertThat(schema.facets().stream().flatMap(f -> schema.valueLabels(f).values().stream()))
        .hasSizeGreaterThan(500)
        .allSatisfy(
            label -> {
              assertThat(label.in(Language.EN)).matches("[\\p{IsLatin}\\p{ASCII}]+");
              assertThat(label.in(Language.ZH)).matches(".*\\p{IsHan}.*");
            });
  }

  @Test
  void the_json_schemas_know_the_keys_that_the_reader_knows() {
    JsonNode fields = json("fields.schema.json");
    assertThat(names(fields.at("/properties"))).hasSameElementsAs(SchemaReader.KEYS);
    assertThat(names(fields.at("/$defs/field/properties"))).hasSameElementsAs(FieldType.allKeys());
    assertThat(names(fields.at("/$defs/label/properties"))).hasSameElementsAs(Labels.KEYS);
    assertThat(names(fields.at("/$defs/field/properties/values/items/properties")))
        .hasSameElementsAs(KnownValues.KEYS);
    assertThat(names(json("analysis.schema.json").at("/properties")))
        .hasSameElementsAs(AnalysisReader.KEYS);
  }

  @Test
  void the_json_schemas_know_which_type_may_have_which_keys() {
    JsonNode definition = json("fields.schema.json").at("/$defs/field");
    assertThat(strings(definition.at("/properties/type/enum"))).isEqualTo(FieldType.words());
    for (JsonNode variant : definition.at("/allOf")) {
      String type = variant.at("/if/properties/type/const").stringValue();
      assertThat(strings(variant.at("/then/propertyNames/enum")))
          .as(type)
          .hasSameElementsAs(FieldType.of(type).orElseThrow().keys());
    }
    assertThat(definition.at("/allOf").size()).isEqualTo(FieldType.values().length);
  }

  private static JsonNode json(String file) {
    return JsonMapper.shared().readTree(FOLDER.resolve(file));
  }

  private static List<String> names(JsonNode object) {
    return List.copyOf(object.propertyNames());
  }

  private static List<String> strings(JsonNode array) {
    return Stream.iterate(0, i -> i < array.size(), i -> i + 1)
        .map(i -> array.get(i).stringValue())
        .toList();
  }
}
