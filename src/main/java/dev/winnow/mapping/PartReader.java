package dev.winnow.mapping;

import dev.winnow.mapping.ColumnMapping.Column;
import dev.winnow.mapping.ColumnMapping.IdRule;
import dev.winnow.mapping.ColumnMapping.Part;
import dev.winnow.mapping.ColumnMapping.Repeats;
import dev.winnow.mapping.ColumnMapping.RowTest;
import dev.winnow.mapping.ColumnMapping.Rows;
import dev.winnow.mapping.ColumnMapping.Test;
import dev.winnow.problem.Excerpt;
import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import dev.winnow.schema.YamlMap;
import dev.winnow.schema.YamlNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what a mapping says of one kind of thing that rows become. */
final class PartReader {
  static final List<String> KEYS =
      List.of("rows", "repeated-ids", "id", "fields", "when", "skip", "returns");
  private static final List<String> ID_KEYS =
      List.of("column", "columns", "prefix", "join", "number");
  private static final List<String> TEST_KEYS =
      List.of("column", "is", "starts-with", "negative", "blank");

  private final Schema schema;
  private final YamlMap map;
  private final Set<String> nulls;
  private final boolean several;

  /**
   * @param schema of customers
   * @param nulls of all columns
   * @param several the mapping has other parts, too
   */
  PartReader(Schema schema, YamlMap map, Set<String> nulls, boolean several) {
    this.schema = schema;
    this.map = map;
    this.nulls = nulls;
    this.several = several;
  }

  Part read() {
    Rows rows = rows();
    if (map.has("returns") && rows != Rows.PURCHASES) {
      map.at("returns").fault("Only purchases are given back.", "Remove \"returns\".");
    }
    return new Part(
        rows, id(), repeats(), fields(rows), tests("when"), tests("skip"), tests("returns"));
  }

  private Rows rows() {
    String word = map.text("rows").orElse("customers");
    Optional<Rows> rows =
        Arrays.stream(Rows.values()).filter(each -> each.word().equals(word)).findFirst();
    if (rows.isEmpty()) {
      map.at("rows")
          .fault(
              Excerpt.quoted(word) + " is no choice.",
              "It must be customers, purchases, interactions or feedback.");
    }
    return rows.orElse(Rows.CUSTOMERS);
  }

  private Repeats repeats() {
    Optional<String> word = map.text("repeated-ids");
    return switch (word.orElse("update")) {
      case "update" -> Repeats.UPDATE;
      case "reject" -> Repeats.REJECT;
      case String other -> {
        map.at("repeated-ids")
            .fault(Excerpt.quoted(other) + " is no choice.", "It must be update or reject.");
        yield Repeats.UPDATE;
      }
    };
  }

  private IdRule id() {
    Optional<YamlNode> node = map.required("id");
    if (node.isPresent() && YamlTexts.isText(node.get())) {
      List<Column> columns = YamlTexts.column(node.get()).stream().toList();
      return new IdRule(columns, "", IdRule.JOIN, false);
    }
    Optional<YamlMap> rule = node.flatMap(value -> value.asMap("The value of \"id\"", ID_KEYS));
    List<Column> columns = rule.map(YamlTexts::columns).orElse(List.of());
    if (rule.isPresent() && columns.isEmpty()) {
      rule.get().self().fault("The id has no column.", "Add \"column: …\".");
    }
    return new IdRule(
        columns,
        rule.flatMap(keys -> keys.get("prefix")).flatMap(YamlTexts::raw).orElse(""),
        rule.flatMap(keys -> keys.get("join")).map(YamlTexts::anyText).orElse(IdRule.JOIN),
        rule.map(keys -> keys.flag("number")).orElse(false));
  }

  private List<FieldRule> fields(Rows rows) {
    Schema fields = ActivityRows.schema(rows).orElse(schema);
    List<String> names = List.copyOf(fields.fields().keySet());
    Optional<YamlMap> rules =
        map.required("fields").flatMap(node -> node.asMap("The value of \"fields\"", names));
    if (rules.isEmpty()) {
      return List.of();
    }
    List<FieldRule> result = new ArrayList<>();
    Set<String> mapped = new HashSet<>(rules.get().entries().keySet());
    for (Field field : fields.fields().values()) {
      if (mapped.contains(field.name())) {
        FieldRuleReader.read(field, rules.get().at(field.name()), nulls).ifPresent(result::add);
      } else if (field.traits().required()) {
        missing(rows, field, rules.get()).ifPresent(result::add);
      }
    }
    return result;
  }

  /** A customer told from his orders is called by his id; others need a name. */
  private Optional<FieldRule> missing(Rows rows, Field field, YamlMap rules) {
    if (several && rows == Rows.CUSTOMERS && field instanceof Field.Text) {
      return Optional.of(FieldRule.of(field, new FieldRule.OwnId()));
    }
    rules
        .self()
        .fault(
            "The required field \"" + field.name() + "\" is not mapped.",
            "Add \"" + field.name() + ": …\" with the name of its column.");
    return Optional.empty();
  }

  private List<RowTest> tests(String key) {
    if (!map.has(key)) {
      return List.of();
    }
    YamlNode node = map.at(key);
    List<YamlNode> items = node.isList() ? node.asList(key) : List.of(node);
    return items.stream()
        .flatMap(item -> item.asMap("The value of \"" + key + "\"", TEST_KEYS).stream())
        .flatMap(test -> test(test).stream())
        .toList();
  }

  private Optional<RowTest> test(YamlMap test) {
    Optional<Column> column = test.required("column").flatMap(YamlTexts::column);
    if (test.entries().size() != 2) {
      test.self()
          .fault(
              "A test has a column and one thing that is looked for in it.",
              "Add one of: is, starts-with, negative: true, blank: true.");
      return Optional.empty();
    }
    if (test.has("is")) {
      return column.map(where -> new RowTest(where, Test.IS, YamlTexts.anyTexts(test.at("is"))));
    }
    if (test.has("starts-with")) {
      return column.map(
          where -> new RowTest(where, Test.STARTS_WITH, YamlTexts.list(test.at("starts-with"))));
    }
    if (test.has("blank")) {
      List<String> texts = new ArrayList<>(List.of(""));
      nulls.stream().sorted().forEach(texts::add);
      return column.filter(_ -> test.flag("blank")).map(c -> new RowTest(c, Test.IS, texts));
    }
    return column
        .filter(_ -> test.flag("negative"))
        .map(where -> new RowTest(where, Test.NEGATIVE, List.of()));
  }
}
