package dev.winnow.activity;

import dev.winnow.condition.ActivityKind;
import dev.winnow.problem.Excerpt;
import dev.winnow.problem.Nearest;
import dev.winnow.schema.Field;
import dev.winnow.schema.YamlJson;
import dev.winnow.schema.YamlMap;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads how a computed field is folded. */
final class FoldReader {
  static final List<String> KEYS =
      List.of("attribute", "by", "limit", "share", "numerator", "denominator");
  private static final int MOST_WORDS = 100;
  private static final int USUAL_WORDS = 3;

  private final YamlMap map;
  private final Set<ActivityKind> kinds;

  /** The folds as they are written, and the keys each may have. */
  enum Type {
    COUNT("attribute"),
    SUM("attribute"),
    AVERAGE("attribute"),
    MIN("attribute"),
    MAX("attribute"),
    FIRST,
    LAST,
    DAYS_SINCE,
    DISTINCT("attribute"),
    TOP("attribute", "by", "limit", "share"),
    RATIO("numerator", "denominator");

    private final List<String> keys;

    Type(String... keys) {
      this.keys = List.of(keys);
    }

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> words() {
      return Arrays.stream(values()).map(Type::word).toList();
    }
  }

  FoldReader(YamlMap map, Set<ActivityKind> kinds) {
    this.map = map;
    this.kinds = kinds;
  }

  /** Which fold it is; empty with a fault when it is none. */
  static Optional<Type> type(YamlMap map) {
    Optional<String> word = map.requiredText("fold");
    Optional<Type> type =
        word.flatMap(
            text -> Arrays.stream(Type.values()).filter(t -> t.word().equals(text)).findFirst());
    if (word.isPresent() && type.isEmpty()) {
      map.at("fold")
          .fault(
              "The fold " + Excerpt.quoted(word.get()) + " is unknown.",
              Nearest.hint(word.get(), Type.words()));
    }
    return type;
  }

  /** The fold; empty with faults when it is wrong. */
  Optional<Fold> read(Type type) {
    for (String key : KEYS) {
      if (map.has(key) && !type.keys.contains(key)) {
        map.at(key)
            .fault(
                "The fold \"" + type.word() + "\" cannot have \"" + key + "\".",
                type.keys.isEmpty()
                    ? "Leave it out."
                    : "It may have: " + String.join(", ", type.keys) + ".");
      }
    }
    return switch (type) {
      case COUNT ->
          map.has("attribute")
              ? attribute("attribute", Field.Keyword.class).map(Fold.Count::new)
              : Optional.of(new Fold.Count(""));
      case SUM -> attribute("attribute", Field.Number.class).map(Fold.Sum::new);
      case AVERAGE -> attribute("attribute", Field.Number.class).map(Fold.Average::new);
      case MIN -> attribute("attribute", Field.Number.class).map(Fold.Min::new);
      case MAX -> attribute("attribute", Field.Number.class).map(Fold.Max::new);
      case FIRST -> Optional.of(new Fold.First());
      case LAST -> Optional.of(new Fold.Last());
      case DAYS_SINCE -> Optional.of(new Fold.DaysSince());
      case DISTINCT -> attribute("attribute", Field.Keyword.class).map(Fold.Distinct::new);
      case TOP -> top();
      case RATIO -> {
        Optional<String> numerator = map.requiredText("numerator");
        Optional<String> denominator = map.requiredText("denominator");
        yield numerator.isPresent() && denominator.isPresent()
            ? Optional.of(new Fold.Ratio(numerator.get(), denominator.get()))
            : Optional.empty();
      }
    };
  }

  private Optional<Fold> top() {
    Optional<String> of = attribute("attribute", Field.Keyword.class);
    Optional<String> by = map.has("by") ? attribute("by", Field.Number.class) : Optional.of("");
    int limit = map.has("limit") ? map.whole("limit", 1, MOST_WORDS).orElse(0) : USUAL_WORDS;
    BigDecimal share = share();
    return of.isPresent() && by.isPresent() && limit > 0
        ? Optional.of(new Fold.Top(of.get(), by.get(), limit, share))
        : Optional.empty();
  }

  private BigDecimal share() {
    if (!map.has("share")) {
      return BigDecimal.ZERO;
    }
    JsonNode json = new YamlJson(map.at("share")).json();
    if (json.isNumber()) {
      BigDecimal share = json.decimalValue();
      if (share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0) {
        return share;
      }
    }
    map.at("share").fault("The share is not a number from 0 to 1.", "Such as 0.2 for 20 %.");
    return BigDecimal.ZERO;
  }

  private Optional<String> attribute(String key, Class<? extends Field> type) {
    Optional<String> name = map.requiredText(key);
    if (name.isEmpty() || kinds.isEmpty()) {
      return Optional.empty();
    }
    for (ActivityKind kind : kinds) {
      List<String> known =
          kind.attributes().fields().values().stream()
              .filter(type::isInstance)
              .map(Field::name)
              .toList();
      if (!known.contains(name.get())) {
        String what = type.equals(Field.Number.class) ? "number " : "word ";
        map.at(key)
            .fault(
                "A " + kind.word() + " has no " + what + Excerpt.quoted(name.get()) + ".",
                known.isEmpty() ? "It has none." : Nearest.hint(name.get(), known));
        return Optional.empty();
      }
    }
    return name;
  }
}
