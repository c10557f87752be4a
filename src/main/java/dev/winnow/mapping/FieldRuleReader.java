package dev.winnow.mapping;

import dev.winnow.customer.DatePattern;
import dev.winnow.mapping.ColumnMapping.Column;
import dev.winnow.mapping.FieldRule.Origin;
import dev.winnow.mapping.FieldRule.Unlisted;
import dev.winnow.problem.Excerpt;
import dev.winnow.schema.Field;
import dev.winnow.schema.YamlMap;
import dev.winnow.schema.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a mapping says of one field. */
final class FieldRuleReader {
  private static final List<String> KEYS =
      List.of(
          "column",
          "columns",
          "constant",
          "id",
          "times",
          "less",
          "negative",
          "join",
          "nulls",
          "split",
          "values",
          "unlisted",
          "dates",
          "decimal-comma",
          "number",
          "prefix",
          "unit");

  private static final List<String> UNITS = List.of("千", "万", "亿");

  private final Field field;
  private final YamlMap map;

  private FieldRuleReader(Field field, YamlMap map) {
    this.field = field;
    this.map = map;
  }

  /**
   * The rule; empty with faults when it is wrong beyond use.
   *
   * @param node a column's name, or a mapping
   */
  static Optional<FieldRule> read(Field field, YamlNode node, Set<String> nulls) {
    if (YamlTexts.isText(node)) {
      return YamlTexts.column(node).map(column -> FieldRule.of(field, column).withNulls(nulls));
    }
    return node.asMap("The mapping of \"" + field.name() + "\"", KEYS)
        .flatMap(map -> new FieldRuleReader(field, map).rule(nulls));
  }

  private Optional<FieldRule> rule(Set<String> commonNulls) {
    Set<String> nulls = new HashSet<>(commonNulls);
    map.get("nulls").map(YamlTexts::list).ifPresent(nulls::addAll);
    return origin()
        .map(
            origin ->
                new FieldRule(
                    field,
                    origin,
                    nulls,
                    split(),
                    map.get("values").map(YamlTexts::pairs).orElse(Map.of()),
                    unlisted(),
                    map.get("prefix").flatMap(YamlTexts::raw).orElse(""),
                    unit(),
                    map.flag("number"),
                    dates(),
                    decimalComma()));
  }

  private Optional<Origin> origin() {
    if (map.has("times")) {
      return product();
    }
    if (map.has("id")) {
      return ownId();
    }
    List<Column> columns = YamlTexts.columns(map);
    if (map.has("constant")) {
      if (map.entries().size() > 1) {
        map.self().fault("A constant has other keys beside it.", "Remove them.");
      }
      return map.get("constant").flatMap(YamlTexts::raw).map(FieldRule.Constant::new);
    }
    if (columns.isEmpty()) {
      map.self()
          .fault(
              "Nothing says where \"" + field.name() + "\" comes from.",
              "Add \"column\", \"columns\" or \"constant\".");
      return Optional.empty();
    }
    return Optional.of(new FieldRule.Cells(columns, join(columns)));
  }

  private Optional<Origin> ownId() {
    if (map.entries().size() > 1) {
      map.self().fault("The own id has other keys beside it.", "Remove them.");
    }
    if (!map.flag("id") || !(field instanceof Field.Text)) {
      map.at("id").fault("Only a name can be the own id.", "Write \"id: true\", or name a column.");
      return Optional.empty();
    }
    return Optional.of(new FieldRule.OwnId());
  }

  private Optional<Origin> product() {
    if (!isNumber()) {
      map.at("times").fault("\"" + field.name() + "\" is no number.", "Remove \"times\".");
      return Optional.empty();
    }
    List<Column> factors = new ArrayList<>();
    for (YamlNode item : map.at("times").asList("The value of \"times\"")) {
      YamlTexts.column(item).ifPresent(factors::add);
    }
    return Optional.of(
        new FieldRule.Product(
            factors, map.get("less").flatMap(YamlTexts::column), map.flag("negative")));
  }

  private boolean isNumber() {
    return field instanceof Field.Number || field instanceof Field.Money;
  }

  private Optional<String> join(List<Column> columns) {
    if (map.has("join")) {
      if (map.has("split")) {
        map.at("join").fault("Both \"join\" and \"split\" are given.", "Give one of them.");
      }
      return map.get("join").map(YamlTexts::anyText);
    }
    if (columns.size() == 1 || field.multi()) {
      return Optional.empty();
    }
    return Optional.of(field instanceof Field.Tree ? String.valueOf(Field.Tree.SEPARATOR) : " ");
  }

  private String split() {
    if (map.has("split") && !field.multi()) {
      map.at("split")
          .fault("The field \"" + field.name() + "\" holds one value only.", "Remove \"split\".");
    }
    return map.get("split").flatMap(YamlTexts::raw).orElse("");
  }

  private Unlisted unlisted() {
    String word = map.text("unlisted").orElse("keep");
    return switch (word) {
      case "keep" -> Unlisted.KEEP;
      case "find" -> Unlisted.FIND;
      case "known" -> Unlisted.KNOWN;
      case "reject" -> Unlisted.REJECT;
      case "empty" -> Unlisted.EMPTY;
      default -> {
        map.at("unlisted")
            .fault(
                Excerpt.quoted(word) + " is no choice.",
                "It must be keep, find, known, reject or empty.");
        yield Unlisted.KEEP;
      }
    };
  }

  private String unit() {
    if (map.has("unit") && !isNumber()) {
      map.at("unit").fault("\"" + field.name() + "\" is no number.", "Remove \"unit\".");
    }
    String unit = map.get("unit").flatMap(YamlTexts::raw).orElse("");
    if (!unit.isEmpty() && !UNITS.contains(unit)) {
      map.at("unit")
          .fault(
              Excerpt.quoted(unit) + " is no unit.",
              "It must be " + String.join(", ", UNITS) + ".");
    }
    return unit;
  }

  /** The patterns of a date field, with faults for those that are none. */
  private List<DatePattern> dates() {
    if (map.has("dates") && !(field instanceof Field.Date)) {
      map.at("dates").fault("\"" + field.name() + "\" is no date.", "Remove \"dates\".");
    }
    List<DatePattern> patterns = new ArrayList<>();
    for (String pattern : map.get("dates").map(YamlTexts::list).orElse(List.of())) {
      try {
        patterns.add(DatePattern.of(pattern));
      } catch (IllegalArgumentException e) {
        map.at("dates")
            .fault(
                "The date pattern " + Excerpt.quoted(pattern) + " gives no day.",
                "It must be one such as yyyy-MM-dd, M/d/yyyy or dd.MM.yyyy HH:mm, or excel.");
      }
    }
    return patterns;
  }

  private boolean decimalComma() {
    if (map.has("decimal-comma") && !isNumber()) {
      map.at("decimal-comma")
          .fault("\"" + field.name() + "\" is no number.", "Remove \"decimal-comma\".");
    }
    return map.flag("decimal-comma");
  }
}
