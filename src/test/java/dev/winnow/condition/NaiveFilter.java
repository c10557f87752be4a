package dev.winnow.condition;

import dev.winnow.condition.Condition.Bound;
import dev.winnow.customer.Customer;
import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiPredicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The meaning of a resolved condition, said as plainly as possible: what every engine is held to.
 * Of keyword queries it knows only that every word is part of some value.
 */
public final class NaiveFilter {
  private NaiveFilter() {}

  /** For customers with whom nothing has happened. */
  public static boolean matches(Condition condition, Customer customer, Schema schema) {
    return matches(condition, customer, schema, (did, _) -> did.satisfiedByNone());
  }

  /**
   * Whether a customer satisfies a condition.
   *
   * @param did whether the customer with an id did something
   */
  public static boolean matches(
      Condition condition,
      Customer customer,
      Schema schema,
      BiPredicate<Condition.Did, String> did) {
    return switch (condition) {
      case Condition.All(List<Condition> parts) ->
          parts.stream().allMatch(part -> matches(part, customer, schema, did));
      case Condition.Any(List<Condition> parts) ->
          parts.stream().anyMatch(part -> matches(part, customer, schema, did));
      case Condition.Not(Condition part) -> !matches(part, customer, schema, did);
      case Condition.Did clause -> did.test(clause, customer.id());
      case Condition.In(String field, List<String> values) -> {
        boolean tree = schema.field(field).orElseThrow() instanceof Field.Tree;
        yield customer.words(field).stream()
            .anyMatch(word -> values.stream().anyMatch(value -> under(value, word, tree)));
      }
      case Condition.Range(String field, Optional<Bound> from, Optional<Bound> to) -> {
        OptionalLong amount = customer.amount(field);
        yield amount.isPresent()
            && from.stream().allMatch(bound -> compare(amount.getAsLong(), bound, 1))
            && to.stream().allMatch(bound -> compare(amount.getAsLong(), bound, -1));
      }
      case Condition.Anniversary(String field, Optional<Long> from, int days) ->
          LongStream.rangeClosed(0, days)
              .mapToObj(day -> LocalDate.ofEpochDay(from.orElseThrow() + day))
              .anyMatch(day -> customer.amount(field).stream().anyMatch(date -> on(day, date)));
      case Condition.Exists(String field, boolean present) ->
          customer.values().containsKey(field) == present;
      case Condition.Text(String query, List<String> fields) ->
          Stream.of(query.split("\\s+")).allMatch(word -> contains(customer, word, fields, schema));
      case Condition.InSegment _ -> throw new IllegalArgumentException("not resolved");
      case Condition.Bucket(String salt, int from, int to) -> {
        int bucket = Buckets.of(salt, customer.id());
        yield from <= bucket && bucket < to;
      }
    };
  }

  private static boolean under(String node, String word, boolean tree) {
    return word.equals(node) || (tree && word.startsWith(node + "/"));
  }

  private static boolean compare(long amount, Bound bound, int direction) {
    return switch (bound) {
      case Bound.Fixed(long value, boolean inclusive) ->
          amount == value ? inclusive : Long.compare(amount, value) == direction;
      case Bound.Relative _ -> throw new IllegalArgumentException("not resolved");
    };
  }

  private static boolean on(LocalDate day, long date) {
    LocalDate born = LocalDate.ofEpochDay(date);
    boolean leapling = born.getMonthValue() == 2 && born.getDayOfMonth() == 29;
    return (leapling && !day.isLeapYear())
        ? day.getMonthValue() == 3 && day.getDayOfMonth() == 1
        : day.getMonth() == born.getMonth() && day.getDayOfMonth() == born.getDayOfMonth();
  }

  private static boolean contains(
      Customer customer, String word, List<String> fields, Schema schema) {
    return schema.fields().values().stream()
        .filter(
            field -> fields.isEmpty() ? field.traits().searched() : fields.contains(field.name()))
        .flatMap(field -> customer.words(field.name()).stream())
        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT)));
  }
}
