package dev.winnow.customer;

import dev.winnow.problem.Excerpt;
import dev.winnow.schema.Field;
import dev.winnow.schema.WordRules;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads field values from cells of a table, in the ways people write them. */
final class TextValues {
  private static final Set<String> YES =
      Set.of(
          "true", "yes", "y", "1", "是", "有", "√", "✓", "✔", "☑", "对", "x", "ja", "j", "oui", "si",
          "sí", "да", "はい", "○", "t");
  private static final Set<String> NO =
      Set.of(
          "false", "no", "n", "0", "否", "无", "×", "✗", "✘", "☐", "nein", "non", "нет", "いいえ", "f");

  private final WordedValues worded;
  private final TextFormats formats;
  private final CustomerFaults faults;

  TextValues(WordedValues worded, TextFormats formats, CustomerFaults faults) {
    this.worded = worded;
    this.formats = formats;
    this.faults = faults;
  }

  /** The value; empty when it is absent, or wrong and reported. */
  Optional<FieldValue> read(Field field, List<String> cells, String pointer) {
    List<String> texts = cells.stream().filter(cell -> !WordRules.clean(cell).isEmpty()).toList();
    int allowed = field.multi() ? WordedValues.MAX_VALUES : 1;
    if (texts.size() > allowed) {
      faults.add(
          pointer,
          "There are %,d values.".formatted(texts.size()),
          "The field \"%s\" takes at most %,d.".formatted(field.name(), allowed));
      return Optional.empty();
    }
    if (texts.isEmpty()) {
      return Optional.empty();
    }
    String first = WordRules.clean(texts.getFirst());
    return switch (field) {
      case Field.Bool _ -> bool(first, pointer);
      case Field.Worded words ->
          worded.words(
              words,
              texts.stream().map(text -> new WordedValues.Raw(text, pointer)).toList(),
              faults);
      case Field.Number number -> decimal(number, number.unit(), first, pointer);
      case Field.Money money -> decimal(money, "", first, pointer);
      case Field.Date date -> date(date, first, pointer);
    };
  }

  private Optional<FieldValue> bool(String text, String pointer) {
    String word = text.toLowerCase(Locale.ROOT);
    if (YES.contains(word) || NO.contains(word)) {
      return Optional.of(FieldValue.Words.of(String.valueOf(YES.contains(word))));
    }
    wrong(text, pointer, "yes or no", "Write true/false, yes/no, Y/N, 1/0 or 是/否.");
    return Optional.empty();
  }

  private Optional<FieldValue> decimal(
      Field.Ordered field, String unit, String text, String pointer) {
    boolean comma = formats.decimalCommas().contains(field.name());
    Optional<BigDecimal> number = TextNumbers.read(text, unit, comma);
    if (number.isEmpty()) {
      String example = comma ? "1.234,56" : "1,234.56";
      wrong(text, pointer, "a number", "Write it as in " + example + ".");
    }
    return number.flatMap(decimal -> Amounts.of(field, decimal, pointer, faults));
  }

  private Optional<FieldValue> date(Field.Date field, String text, String pointer) {
    Optional<Long> day =
        TextDates.read(text, formats.dates().getOrDefault(field.name(), List.of()));
    if (day.isEmpty()) {
      wrong(
          text,
          pointer,
          "a date",
          formats.dates().containsKey(field.name())
              ? "It must be in one of the formats given for \"" + field.name() + "\"."
              : "Write it as 2026-03-31, 2026/3/31, 20260331, 2026年3月31日 or 31.3.2026.");
    }
    return day.map(FieldValue.Amount::new);
  }

  private void wrong(String text, String pointer, String type, String expected) {
    faults.add(pointer, "The value " + Excerpt.quoted(text) + " is not " + type + ".", expected);
  }
}
