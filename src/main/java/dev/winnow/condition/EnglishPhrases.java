package dev.winnow.condition;

import dev.winnow.condition.Condition.Bound.Relative;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Conditions in English. */
final class EnglishPhrases implements Phrases {
  private static final RangePhrases AMOUNTS =
      new RangePhrases(
          "exactly {to}",
          "from {from} to {to}",
          "from {from} to under {to}",
          "over {from} up to {to}",
          "over {from} and under {to}",
          "at least {from}",
          "over {from}",
          "at most {to}",
          "under {to}");
  private static final RangePhrases DATES =
      new RangePhrases(
          "on {to}",
          "from {from} to {to}",
          "from {from} to before {to}",
          "after {from} up to {to}",
          "after {from} and before {to}",
          "on or after {from}",
          "after {from}",
          "on or before {to}",
          "before {to}");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  private final DidPhrases dids = new EnglishDidPhrases(this);

  @Override
  public String everyone() {
    return "all customers";
  }

  @Override
  public String nobody() {
    return "no customer";
  }

  @Override
  public String comma() {
    return ", ";
  }

  @Override
  public String and() {
    return " and ";
  }

  @Override
  public String or() {
    return " or ";
  }

  @Override
  public String bracketed(String text) {
    return "(" + text + ")";
  }

  @Override
  public String not(String bracketed) {
    return "not " + bracketed;
  }

  @Override
  public String label(String label) {
    boolean abbreviation = label.length() < 2 || Character.isUpperCase(label.charAt(1));
    return abbreviation
        ? label
        : label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
  }

  @Override
  public String yes(boolean yes) {
    return yes ? "yes" : "no";
  }

  @Override
  public String quoted(String text) {
    return "“" + text + "”";
  }

  @Override
  public String in(String label, boolean multi, List<String> values, int more, boolean negated) {
    boolean one = values.size() == 1 && more == 0;
    if (multi) {
      return label + (negated ? " do not include " : " include ") + list(values, more, "or");
    }
    if (!negated) {
      return label + " is " + list(values, more, "or");
    }
    return one
        ? label + " is not " + values.getFirst()
        : label + " is none of " + list(values, more, "and");
  }

  @Override
  public String anyOf(List<String> values, int more) {
    return list(values, more, "or");
  }

  @Override
  public DidPhrases did() {
    return dids;
  }

  private static String list(List<String> values, int more, String last) {
    List<String> all = new ArrayList<>(values);
    if (more > 0) {
      all.add("%,d more".formatted(more));
    }
    String end = all.removeLast();
    return all.isEmpty() ? end : String.join(", ", all) + " " + last + " " + end;
  }

  @Override
  public String exists(String label, boolean present) {
    return (present ? "has " : "has no ") + label;
  }

  @Override
  public String anniversary(String label, int days) {
    String when = days == 0 ? "today" : "in the next " + count(days, "day");
    return label + " comes round " + when;
  }

  @Override
  public String text(String query, List<String> labels, boolean negated) {
    String where = labels.isEmpty() ? "" : " in " + list(labels, 0, "or");
    return (negated ? "does not match " : "matches ") + quoted(query) + where;
  }

  @Override
  public String segment(String name, boolean negated) {
    return (negated ? "is not in segment " : "is in segment ") + quoted(name);
  }

  @Override
  public String sample(String salt, int from, int to, boolean negated) {
    String part = from == 0 ? to + "%" : from + "% to " + to + "%";
    return (negated ? "not in the " : "in the ") + part + " sample " + quoted(salt);
  }

  @Override
  public String amount(BigDecimal number, String unit, String currency) {
    DecimalFormat format =
        new DecimalFormat("#,##0.#########", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
    return (format.format(number) + " " + unit + currency).strip();
  }

  @Override
  public String date(LocalDate day) {
    return DAY.format(day);
  }

  @Override
  public String date(Relative date) {
    return switch (RelativeDates.format(date)) {
      case "today" -> "today";
      case "today-1d" -> "yesterday";
      case "today+1d" -> "tomorrow";
      default -> span(date) + (date.amount() < 0 ? " ago" : " from now");
    };
  }

  @Override
  public Optional<String> period(Optional<Relative> from, Optional<Relative> to) {
    if (from.equals(to)) {
      return to.map(this::date);
    }
    if (from.isPresent() && to.isEmpty() && from.get().amount() < 0) {
      String span = span(from.get());
      return Optional.of(
          from.get().inclusive() ? "in the last " + span : "less than " + span + " ago");
    }
    if (to.isPresent() && from.isEmpty() && to.get().amount() < 0) {
      String span = span(to.get());
      return Optional.of(
          to.get().inclusive() ? "at least " + span + " ago" : "more than " + span + " ago");
    }
    boolean next =
        from.filter(start -> start.amount() == 0 && start.inclusive()).isPresent()
            && to.filter(end -> end.amount() > 0 && end.inclusive()).isPresent();
    return next ? to.map(end -> "in the next " + span(end)) : Optional.empty();
  }

  private static String span(Relative date) {
    String unit =
        switch (date.unit()) {
          case DAY -> "day";
          case WEEK -> "week";
          case MONTH -> "month";
          case YEAR -> "year";
        };
    return count(Math.abs(date.amount()), unit);
  }

  private static String count(int number, String thing) {
    return "%,d %s%s".formatted(number, thing, number == 1 ? "" : "s");
  }

  @Override
  public RangePhrases amounts() {
    return AMOUNTS;
  }

  @Override
  public RangePhrases dates() {
    return DATES;
  }

  @Override
  public String range(String label, String phrase) {
    return label + " " + phrase;
  }
}
