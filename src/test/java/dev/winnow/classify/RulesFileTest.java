package dev.winnow.classify;

import static dev.winnow.classify.People.SCHEMA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class RulesFileTest {
  private static final Path SHIPPED = Path.of("index-config");

  @TempDir Path folder = Path.of("");

  @Test
  void the_shipped_rules_grade_every_facet_that_is_graded() {
    assertThat(RulesFile.read(SHIPPED, SCHEMA))
        .extracting(NamedRule::id, named -> named.rule().facet(), named -> named.name().zh())
        .containsExactly(
            tuple("value-tier", "value_tier", "价值等级"),
            tuple("abc-class", "abc_class", "ABC 分类"),
            tuple("lifecycle", "lifecycle", "生命周期"),
            tuple("purchase-behaviour", "purchase_behaviour", "购买行为"),
            tuple("spending-power", "spending_power", "消费能力"));
  }

  @Test
  void the_json_schema_knows_every_kind_of_rule_and_the_keys_that_the_writer_writes() {
    JsonNode schema = JsonMapper.shared().readTree(SHIPPED.resolve("rules.schema.json"));
    assertThat(names(schema.at("/properties"))).hasSameElementsAs(RulesFile.KEYS);
    assertThat(names(schema.at("/$defs/rule/properties"))).hasSameElementsAs(RulesFile.RULE_KEYS);
    for (RuleKind kind : RuleKind.values()) {
      assertThat(schema.at("/$defs/" + kind.word() + "/properties/kind/const").stringValue())
          .isEqualTo(kind.word());
    }
    RandomRules rules = new RandomRules(new Random(1));
    RuleWriter writer = new RuleWriter(SCHEMA);
    TreeSet<String> unknown = new TreeSet<>();
    for (int round = 0; round < 200; round++) {
      JsonNode json = writer.write(rules.next());
      JsonNode keys = schema.at("/$defs/" + json.get("kind").stringValue() + "/properties");
      json.propertyNames().stream().filter(key -> !keys.has(key)).forEach(unknown::add);
    }
    assertThat(unknown).isEmpty();
  }

  @Test
  void without_the_file_there_are_no_rules() {
    assertThat(RulesFile.read(folder, SCHEMA)).isEmpty();
  }

  @Test
  void faults_say_the_file_and_the_line() throws IOException {
    assertThat(
            faults(
                """
                rules:
                  - id: Tier
                    name: {en: Tier}
                    definition:
                      kind: bands
                      facet: value_tier
                      field: total_spend
                      bands:
                        - {grade: low}
                        - {grade: hihg, from: 10}
                        - {grade: middle, from: 5}
                        - {grade: middle, from: .inf}
                  - id: other
                    name: {en: Other, zh: 其他}
                    definition: {kind: bands, facet: value_tier, kind: bands}
                """))
        .extracting(Fault::pointer)
        .containsExactlyInAnyOrder(
            "rules.yml:2",
            "rules.yml:3",
            "rules.yml:12",
            "rules.yml:10",
            "rules.yml:11",
            "rules.yml:12",
            "rules.yml:15",
            "rules.yml:15",
            "rules.yml:15");
  }

  @Test
  void two_rules_of_one_facet_are_refused_at_the_second() throws IOException {
    String rule =
        """
          - id: %s
            name: {en: Tier, zh: 等级}
            definition: {kind: bands, facet: channel, field: order_count, bands: [{grade: %s}]}
        """;
    assertThat(faults("rules:\n" + rule.formatted("a", "x") + rule.formatted("b", "y")))
        .extracting(Fault::pointer)
        .containsExactly("rules.yml:7");
    assertThat(faults("rules:\n" + rule.formatted("a", "x") + rule.formatted("a", "x")))
        .extracting(Fault::pointer)
        .containsExactly("rules.yml:5");
  }

  private List<Fault> faults(String yaml) throws IOException {
    Files.writeString(folder.resolve("rules.yml"), yaml);
    WinnowException e =
        catchThrowableOfType(WinnowException.class, () -> RulesFile.read(folder, SCHEMA));
    assertThat(e.code()).isEqualTo(ProblemCode.INVALID_CONFIGURATION);
    return e.faults();
  }

  private static List<String> names(JsonNode object) {
    return List.copyOf(object.propertyNames());
  }
}
