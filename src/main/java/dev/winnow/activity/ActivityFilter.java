package dev.winnow.activity;

import dev.winnow.condition.Condition;
import dev.winnow.condition.Condition.Bound;
import java.text.Normalizer;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a condition on the attributes of an activity means: the one place that says so. An activity
 * without an attribute satisfies no comparison with it. Of a text, every word must be a part,
 * letter case and full width aside.
 *
 * @param currencies in whose home currency amounts are compared
 * @param zone in which days are told apart
 */
public record ActivityFilter(Currencies currencies, ZoneId zone) {
  /**
   * Whether a resolved condition holds.
   *
   * @param where on the {@link dev.winnow.condition.ActivityKind#attributes} of the activity's kind
   */
  public boolean matches(Condition where, Activity activity) {
    return switch (where) {
      case Condition.All(List<Condition> parts) ->
          parts.stream().allMatch(part -> matches(part, activity));
      case Condition.Any(List<Condition> parts) ->
          parts.stream().anyMatch(part -> matches(part, activity));
      case Condition.Not(Condition part) -> !matches(part, activity);
      case Condition.In(String attribute, List<String> values) ->
          word(activity, attribute).filter(values::contains).isPresent();
      case Condition.Range(String attribute, Optional<Bound> from, Optional<Bound> to) -> {
        OptionalLong number = number(activity, attribute);
        yield number.isPresent()
            && from.stream().allMatch(bound -> lets(bound, number.getAsLong(), 1))
            && to.stream().allMatch(bound -> lets(bound, number.getAsLong(), -1));
      }
      case Condition.Exists(String attribute, boolean present) ->
          has(activity, attribute) == present;
      case Condition.Text(String query, List<String> _) -> {
        String text = folded(text(activity));
        yield Stream.of(folded(query).split("\\s+")).allMatch(text::contains);
      }
      case Condition.Anniversary _, Condition.InSegment _, Condition.Bucket _, Condition.Did _ ->
          throw new IllegalArgumentException("not about an activity: " + where);
    };
  }

  /** The condition as a predicate; the activity's kind is taken to be right. */
  public Predicate<Activity> of(Condition where) {
    return where.equals(Condition.EVERYONE) ? _ -> true : activity -> matches(where, activity);
  }

  /** The word an activity has in an attribute. */
  public static Optional<String> word(Activity activity, String attribute) {
    String word =
        switch (activity) {
          case Activity.Purchase purchase ->
              switch (attribute) {
                case "category" -> purchase.category();
                case "product" -> purchase.product();
                case "order" -> purchase.order();
                case "currency" -> purchase.currency();
                case "returned" -> String.valueOf(purchase.quantity() < 0);
                default -> "";
              };
          case Activity.Interaction interaction ->
              switch (attribute) {
                case "type" -> interaction.type();
                case "direction" -> interaction.direction();
                default -> "";
              };
          case Activity.Feedback feedback ->
              switch (attribute) {
                case "type" -> feedback.type();
                case "open" -> String.valueOf(feedback.open());
                default -> "";
              };
        };
    return word.isEmpty() ? Optional.empty() : Optional.of(word);
  }

  /**
   * The number an activity has in an attribute, on the attribute's scale; amounts in the home
   * currency.
   *
   * @throws dev.winnow.problem.WinnowException {@code CANNOT_COMPUTE} when an amount cannot be
   *     converted
   */
  public OptionalLong number(Activity activity, String attribute) {
    if (attribute.equals("date")) {
      return OptionalLong.of(activity.day(zone).toEpochDay());
    }
    return switch (activity) {
      case Activity.Purchase purchase ->
          switch (attribute) {
            case "quantity" -> OptionalLong.of(purchase.quantity());
            case "amount" -> OptionalLong.of(currencies.toHome(purchase));
            default -> OptionalLong.empty();
          };
      case Activity.Feedback feedback ->
          attribute.equals("score") && feedback.score().isPresent()
              ? OptionalLong.of(feedback.score().getAsInt())
              : OptionalLong.empty();
      case Activity.Interaction _ -> OptionalLong.empty();
    };
  }

  private boolean has(Activity activity, String attribute) {
    return attribute.equals("text")
        ? !text(activity).isEmpty()
        : word(activity, attribute).isPresent() || number(activity, attribute).isPresent();
  }

  private static String text(Activity activity) {
    return switch (activity) {
      case Activity.Purchase _ -> "";
      case Activity.Interaction interaction -> interaction.text();
      case Activity.Feedback feedback -> feedback.text();
    };
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
  }

  private static boolean lets(Bound bound, long number, int inwards) {
    return switch (bound) {
      case Bound.Fixed fixed -> fixed.lets(number, inwards);
      case Bound.Relative relative ->
          throw new IllegalArgumentException("not resolved: " + relative);
    };
  }
}
