package dev.winnow.http;

import dev.winnow.classify.Inputs;
import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.schema.Field;
import dev.winnow.schema.Scale;
import dev.winnow.schema.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Something that customers have or have not, such as {@code feedback:complaint}, or a second order:
 * {@code order_count:2}.
 *
 * @param value of a worded field, in a tree the node and all below it; empty of an ordered one
 * @param least amount of an ordered field, on its scale
 */
record Outcome(String field, Optional<String> value, long least) {
  /**
   * Reads {@code field:value}.
   *
   * @throws WinnowException INVALID_REQUEST
   */
  static Outcome of(String text, Schema schema) {
    int colon = text.indexOf(':');
    String name = colon < 0 ? text : text.substring(0, colon);
    String value = text.substring(colon + 1).strip();
    if (colon < 0 || value.isEmpty()) {
      throw wrong("The outcome has no value.");
    }
    return switch (schema.field(name).orElseThrow(() -> wrong("There is no such field."))) {
      case Field.Date _ -> new Outcome(name, Optional.empty(), day(value));
      case Field.Number number -> new Outcome(name, Optional.empty(), amount(number, value));
      case Field.Money money -> new Outcome(name, Optional.empty(), amount(money, value));
      case Field.Bool _, Field.Tree _ -> new Outcome(name, Optional.of(value), 0);
      case Field.Keyword keyword when keyword.facet() -> new Outcome(name, Optional.of(value), 0);
      case Field.Keyword _, Field.Text _, Field.Phone _, Field.Email _ ->
          throw wrong("This field is no facet.");
    };
  }

  /** Whether a customer has it; the field is the input of this number. */
  boolean has(Inputs customer, int input) {
    if (value.isEmpty()) {
      long amount = customer.amount(input);
      return amount != Inputs.MISSING && amount >= least;
    }
    String below = value.get() + Field.Tree.SEPARATOR;
    return customer.words(input).stream()
        .anyMatch(word -> word.equals(value.get()) || word.startsWith(below));
  }

  private static long day(String value) {
    return Scale.ofDate(value).orElseThrow(() -> wrong("This is no day."));
  }

  private static long amount(Field.Ordered field, String value) {
    try {
      return Scale.ofDecimal(new BigDecimal(value), Scale.decimals(field))
          .orElseThrow(() -> wrong("The number is too large."));
    } catch (NumberFormatException e) {
      throw wrong("This is no number.");
    }
  }

  private static WinnowException wrong(String detail) {
    return new WinnowException(
        ProblemCode.INVALID_REQUEST,
        List.of(
            new Fault(
                "",
                "The query parameter \"outcome\" is not valid: " + detail,
                "A field and a value, such as feedback:complaint, or a field and the least"
                    + " amount, such as order_count:2.")));
  }
}
