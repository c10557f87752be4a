package dev.winnow.customer;

import dev.winnow.problem.Excerpt;
import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import dev.winnow.schema.TreePath;
import dev.winnow.schema.WordRules;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules for the strings of each type of worded field. */
final class WordedValues {
  static final int MAX_VALUES = 1_000;
  private static final int MAX_TEXT = 10_000;
  private static final int MAX_PHONE = 64;
  private static final int MAX_EMAIL = 254;

  private static final Pattern PHONE =
      Pattern.compile("(?:[0-9+\\-./#*,;: ()]|ext|x|转|分机)*", Pattern.CASE_INSENSITIVE);
  private static final Pattern EMAIL =
      Pattern.compile(
          "[^\\s@\"(),:;<>\\[\\]\\\\]{1,64}@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\p{M}-]{0,62})\\.)+[\\p{L}\\p{N}-]{2,63}");

  private final Map<String, ClosedList> closedLists = new HashMap<>();

  WordedValues(Schema schema) {
    for (Field field : schema.fields().values()) {
      ClosedList.of(field).ifPresent(list -> closedLists.put(field.name(), list));
    }
  }

  /** The field's value of some strings, all faults reported; empty when nothing remains. */
  Optional<FieldValue> words(Field.Worded field, List<Raw> raws, CustomerFaults faults) {
    Set<String> values = new LinkedHashSet<>();
    for (Raw raw : raws) {
      word(field, raw, faults).ifPresent(values::add);
    }
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(new FieldValue.Words(List.copyOf(values)));
  }

  private Optional<String> word(Field.Worded field, Raw raw, CustomerFaults faults) {
    String value = clean(field, raw.text());
    if (value.isEmpty()) {
      return Optional.empty();
    }
    ClosedList closed = closedLists.get(field.name());
    if (closed != null) {
      Optional<String> known = closed.find(value);
      if (known.isEmpty()) {
        faults.add(
            raw.pointer(),
            "The value "
                + Excerpt.quoted(value)
                + " is not in the list of \""
                + field.name()
                + "\".",
            closed.hint(value));
      }
      return known;
    }
    Optional<String> flaw = flaw(field, value);
    flaw.ifPresent(
        text -> faults.add(raw.pointer(), "The value " + Excerpt.quoted(value) + " " + text, ""));
    return flaw.isEmpty() ? Optional.of(value) : Optional.empty();
  }

  private static String clean(Field.Worded field, String raw) {
    return switch (field) {
      case Field.Text _ -> WordRules.clean(onOneLine(raw));
      case Field.Tree _ -> TreePath.clean(raw);
      case Field.Email _ -> WordRules.clean(raw).toLowerCase(Locale.ROOT);
      case Field.Phone _ -> WordRules.clean(halfWidth(raw));
      case Field.Keyword _, Field.Bool _ -> WordRules.clean(raw);
    };
  }

  private static Optional<String> flaw(Field.Worded field, String value) {
    return switch (field) {
      case Field.Text _ -> WordRules.flaw(value, MAX_TEXT);
      case Field.Tree _ -> TreePath.flaw(value);
      case Field.Keyword _, Field.Bool _ -> WordRules.flaw(value);
      case Field.Phone _ ->
          WordRules.flaw(value, MAX_PHONE)
              .or(
                  () ->
                      unless(
                          isPhone(value),
                          "is not a telephone number: 3 to 20 digits and + - ( ) . / # are allowed."));
      case Field.Email _ ->
          WordRules.flaw(value, MAX_EMAIL)
              .or(
                  () ->
                      unless(
                          EMAIL.matcher(value).matches(),
                          "is not an e-mail address such as name@example.com."));
    };
  }

  private static String onOneLine(String text) {
    return text.replace("\r\n", " ").replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
  }

  private static String halfWidth(String text) {
    boolean ascii = text.chars().allMatch(c -> c < 0x80);
    return ascii ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  private static boolean isPhone(String value) {
    long digits = value.chars().filter(c -> c >= '0' && c <= '9').count();
    return digits >= 3 && digits <= 20 && PHONE.matcher(value).matches();
  }

  private static Optional<String> unless(boolean right, String flaw) {
    return right ? Optional.empty() : Optional.of(flaw);
  }

  /** A string as it came in, and where. */
  record Raw(String text, String pointer) {}
}
