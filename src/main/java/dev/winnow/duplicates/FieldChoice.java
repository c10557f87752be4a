package dev.winnow.duplicates;

import dev.winnow.customer.Customer;
import dev.winnow.customer.FieldValue;
import dev.winnow.matching.Phone;
import dev.winnow.problem.Excerpt;
import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Whose value a merged customer gets in a field. */
public enum FieldChoice {
  LEFT("left"),
  RIGHT("right"),
  /** All values of both; in fields that take several. */
  BOTH("both");

  private final String code;

  FieldChoice(String code) {
    this.code = code;
  }

  /** The choice with the code. */
  public static Optional<FieldChoice> of(String code) {
    return List.of(values()).stream().filter(choice -> choice.code.equals(code)).findFirst();
  }

  /**
   * Makes one customer of two. Where nothing is chosen it gets both values where there is room for
   * them, else the survivor's, else the other's.
   *
   * @param keepsLeft whether the left customer survives
   * @throws WinnowException INVALID_REQUEST when a field is chosen that cannot be
   */
  static Customer merge(
      Schema schema,
      Customer left,
      Customer right,
      boolean keepsLeft,
      Map<String, FieldChoice> choices) {
    check(schema, choices);
    Customer survivor = keepsLeft ? left : right;
    Customer other = keepsLeft ? right : left;
    SequencedMap<String, FieldValue> merged = new LinkedHashMap<>();
    for (Field field : schema.fields().values()) {
      String name = field.name();
      Optional<FieldValue> value =
          choices.containsKey(name)
              ? chosen(field, choices.get(name), left, right, keepsLeft)
              : both(field, survivor, other);
      value.ifPresent(found -> merged.put(name, found));
    }
    return new Customer(survivor.id(), merged);
  }

  private static Optional<FieldValue> chosen(
      Field field, FieldChoice choice, Customer left, Customer right, boolean keepsLeft) {
    return switch (choice) {
      case LEFT -> value(left, field.name());
      case RIGHT -> value(right, field.name());
      case BOTH -> keepsLeft ? both(field, left, right) : both(field, right, left);
    };
  }

  private static Optional<FieldValue> both(Field field, Customer survivor, Customer other) {
    Set<String> words = new LinkedHashSet<>(survivor.words(field.name()));
    other.words(field.name()).stream()
        .filter(word -> !(field instanceof Field.Phone && isAmong(word, words)))
        .forEach(words::add);
    return field.multi() && !words.isEmpty()
        ? Optional.of(new FieldValue.Words(List.copyOf(words)))
        : value(survivor, field.name()).or(() -> value(other, field.name()));
  }

  /** Whether a telephone number is one of some others, written differently. */
  private static boolean isAmong(String phone, Set<String> phones) {
    return Phone.of(phone).stream()
        .anyMatch(
            one -> phones.stream().flatMap(each -> Phone.of(each).stream()).anyMatch(one::matches));
  }

  private static Optional<FieldValue> value(Customer customer, String field) {
    return Optional.ofNullable(customer.values().get(field));
  }

  private static void check(Schema schema, Map<String, FieldChoice> choices) {
    List<Fault> faults = new ArrayList<>();
    choices.forEach(
        (name, choice) -> {
          Optional<Field> field = schema.field(name);
          String pointer = "/fields/" + name.replace("~", "~0").replace("/", "~1");
          if (field.isEmpty()) {
            faults.add(Fault.at(pointer, "There is no field " + Excerpt.quoted(name) + "."));
          } else if (choice == BOTH && !field.get().multi()) {
            faults.add(new Fault(pointer, "The field takes one value.", "left or right."));
          }
        });
    WinnowException.throwIfAny(ProblemCode.INVALID_REQUEST, faults);
  }
}
