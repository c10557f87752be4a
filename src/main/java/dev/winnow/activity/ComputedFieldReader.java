package dev.winnow.activity;

import dev.winnow.condition.ActivityKind;
import dev.winnow.condition.Clauses;
import dev.winnow.condition.Condition;
import dev.winnow.condition.Condition.Bound;
import dev.winnow.condition.Condition.Window.Lookback;
import dev.winnow.condition.ConditionReader;
import dev.winnow.problem.Excerpt;
import dev.winnow.problem.Fault;
import dev.winnow.problem.Nearest;
import dev.winnow.problem.WinnowException;
import dev.winnow.schema.ConfigFolder;
import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import dev.winnow.schema.YamlJson;
import dev.winnow.schema.YamlMap;
import dev.winnow.schema.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads one computed field's declaration. */
final class ComputedFieldReader {
  static final List<String> KEYS =
      Stream.concat(
              Stream.of("field", "activities", "fold", "where", "lookback"),
              FoldReader.KEYS.stream())
          .toList();

  private final ConfigFolder folder;
  private final Schema schema;
  private final Currencies currencies;
  private final YamlMap map;

  ComputedFieldReader(ConfigFolder folder, Schema schema, Currencies currencies, YamlMap map) {
    this.folder = folder;
    this.schema = schema;
    this.currencies = currencies;
    this.map = map;
  }

  /** The field; empty with faults when it is wrong. */
  Optional<ComputedField> read() {
    Optional<Field> field = map.requiredText("field").flatMap(this::field);
    Optional<FoldReader.Type> type = FoldReader.type(map);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    Set<ActivityKind> kinds = kinds(type.get());
    Optional<Fold> fold = new FoldReader(map, kinds).read(type.get());
    Condition where = where(kinds);
    Optional<Lookback> lookback = lookback();
    boolean right = field.isPresent() && fold.isPresent();
    return right && TargetCheck.fits(field.get(), fold.get(), kinds, currencies, map.at("field"))
        ? Optional.of(new ComputedField(field.get(), kinds, fold.get(), where, lookback))
        : Optional.empty();
  }

  private Optional<Field> field(String name) {
    Optional<Field> field = schema.field(name);
    if (field.isEmpty()) {
      map.at("field")
          .fault(
              "There is no field " + Excerpt.quoted(name) + ".",
              Nearest.hint(name, schema.fields().keySet()));
    }
    return field;
  }

  private Set<ActivityKind> kinds(FoldReader.Type type) {
    Set<ActivityKind> kinds = new LinkedHashSet<>();
    if (type == FoldReader.Type.RATIO) {
      return kinds;
    }
    for (YamlNode node : map.required("activities").map(this::words).orElse(List.of())) {
      Optional<String> word = node.asText("A kind of activity");
      Optional<ActivityKind> kind = word.flatMap(ActivityKind::of);
      kind.ifPresent(kinds::add);
      if (word.isPresent() && kind.isEmpty()) {
        node.fault(
            Excerpt.quoted(word.get()) + " is no kind of activity.", ActivityKind.hint(word.get()));
      }
    }
    return kinds;
  }

  /** One word, or a list of words. */
  private List<YamlNode> words(YamlNode node) {
    return new YamlJson(node).json().isArray() ? node.asList("The kinds") : List.of(node);
  }

  private Condition where(Set<ActivityKind> kinds) {
    if (!map.has("where") || kinds.isEmpty()) {
      return Condition.EVERYONE;
    }
    YamlNode node = map.at("where");
    YamlJson yaml = new YamlJson(node);
    List<Fault> faults = new ArrayList<>();
    Condition read = Condition.EVERYONE;
    for (ActivityKind kind : kinds) {
      try {
        read = new ConditionReader(kind).read(yaml.json(), "");
      } catch (WinnowException e) {
        faults.addAll(e.faults());
      }
    }
    for (Clauses.Clause clause : Clauses.of(read, "")) {
      if (isRelative(clause.condition())) {
        faults.add(
            new Fault(clause.pointer(), "The date is relative to today.", "Use \"lookback\"."));
      }
    }
    faults.forEach(
        fault -> folder.fault(yaml.place(fault.pointer()), fault.detail(), fault.expected()));
    return read;
  }

  private static boolean isRelative(Condition condition) {
    return condition instanceof Condition.Range(String _, Optional<Bound> from, Optional<Bound> to)
        && Stream.concat(from.stream(), to.stream()).anyMatch(Bound.Relative.class::isInstance);
  }

  private Optional<Lookback> lookback() {
    Optional<JsonNode> text = map.get("lookback").map(node -> new YamlJson(node).json());
    Optional<Lookback> lookback = text.flatMap(node -> Lookback.parse(node.asString("")));
    if (text.isPresent() && lookback.isEmpty()) {
      map.at("lookback")
          .fault("This is not a span of time.", "Such as 90d or 12m, with units d, w, m and y.");
    }
    return lookback;
  }
}
