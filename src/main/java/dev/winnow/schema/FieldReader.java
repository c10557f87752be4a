package dev.winnow.schema;

import dev.winnow.problem.Excerpt;
import dev.winnow.problem.Nearest;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one field's declaration. */
final class FieldReader {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");
  private static final Set<String> RESERVED = Set.of("id", "version");
  private static final int MAX_DECIMALS = 9;

  private FieldReader() {}

  /** The field; empty with faults when it is wrong beyond use. */
  static Optional<Field> read(YamlMap map) {
    Optional<String> name = name(map);
    Optional<FieldType> type = type(map);
    Optional<Label> label = Labels.read(map);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    checkKeys(map, type.get());
    Field.Traits traits =
        new Field.Traits(
            name.orElse(""),
            label.orElse(new Label("", "")),
            map.flag("facet"),
            map.flag("multi"),
            map.flag("personal"),
            map.flag("required"),
            map.flag("searched"));
    Field field = field(type.get(), traits, map);
    return name.isPresent() && label.isPresent() ? Optional.of(field) : Optional.empty();
  }

  private static Optional<String> name(YamlMap map) {
    Optional<String> name = map.requiredText("name");
    name.filter(text -> !NAME.matcher(text).matches())
        .ifPresent(
            text ->
                map.at("name")
                    .fault(
                        "The field name " + Excerpt.quoted(text) + " is not allowed.",
                        "It must be 1 to 64 lower-case letters a-z, digits and underscores and"
                            + " begin with a letter."));
    name.filter(RESERVED::contains)
        .ifPresent(
            text ->
                map.at("name")
                    .fault(
                        "The field name \"" + text + "\" is reserved.",
                        "Every customer has an id and a version already; choose another."));
    return name;
  }

  private static Optional<FieldType> type(YamlMap map) {
    Optional<String> word = map.requiredText("type");
    Optional<FieldType> type = word.flatMap(FieldType::of);
    if (word.isPresent() && type.isEmpty()) {
      map.at("type")
          .fault(
              "The type " + Excerpt.quoted(word.get()) + " is unknown.",
              Nearest.hint(word.get(), FieldType.words()));
    }
    return type;
  }

  private static void checkKeys(YamlMap map, FieldType type) {
    List<String> wrong = new ArrayList<>(map.entries().keySet());
    wrong.removeAll(type.keys());
    for (String key : wrong) {
      map.at(key)
          .fault(
              "A field of type " + type.word() + " cannot have \"" + key + "\".",
              "It may have: " + String.join(", ", type.keys()) + ".");
    }
  }

  private static Field field(FieldType type, Field.Traits traits, YamlMap map) {
    return switch (type) {
      case TEXT -> new Field.Text(traits);
      case KEYWORD -> new Field.Keyword(traits, KnownValues.read(map, false), closed(map));
      case TREE -> new Field.Tree(traits, KnownValues.read(map, true), closed(map));
      case NUMBER ->
          new Field.Number(
              traits,
              map.whole("decimals", 0, MAX_DECIMALS).orElse(0),
              map.text("unit").orElse(""));
      case MONEY -> money(traits, map);
      case DATE -> new Field.Date(traits);
      case BOOLEAN -> new Field.Bool(traits);
      case PHONE -> new Field.Phone(traits);
      case EMAIL -> new Field.Email(traits);
    };
  }

  private static boolean closed(YamlMap map) {
    boolean closed = map.flag("closed");
    if (closed && !map.has("values") && !map.has("values-from")) {
      map.at("closed")
          .fault("A closed field needs its values.", "Add \"values\" or \"values-from\".");
    }
    return closed;
  }

  private static Field money(Field.Traits traits, YamlMap map) {
    String code = map.requiredText("currency").orElse("");
    Optional<Currency> currency =
        Currency.availableCurrencies()
            .filter(candidate -> candidate.getCurrencyCode().equals(code))
            .findFirst();
    if (currency.isEmpty() && !code.isEmpty()) {
      map.at("currency")
          .fault(
              "The currency " + Excerpt.quoted(code) + " is unknown.",
              "It must be an ISO 4217 code such as CNY or EUR.");
    }
    int minorUnit = currency.map(Currency::getDefaultFractionDigits).orElse(0);
    int decimals = map.whole("decimals", 0, MAX_DECIMALS).orElse(Math.max(0, minorUnit));
    return new Field.Money(traits, code, decimals);
  }
}
