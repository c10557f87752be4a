package dev.winnow.condition;

import dev.winnow.condition.Condition.Bound.Relative;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What conditions are called in one language. Labels and values come in that language already. */
interface Phrases {
  String everyone();

  String nobody();

  /** Between the clauses of a sentence. */
  String comma();

  String and();

  String or();

  String bracketed(String text);

  /** The opposite of a text that is in brackets. */
  String not(String bracketed);

  /** A field's label within a sentence. */
  String label(String label);

  String yes(boolean yes);

  String quoted(String text);

  /**
   * A field has, or has not, one of the values.
   *
   * @param more values that are not listed
   */
  String in(String label, boolean multi, List<String> values, int more, boolean negated);

  /** One of the values, in a sentence. */
  String anyOf(List<String> values, int more);

  /** How clauses about activities are said. */
  DidPhrases did();

  String exists(String label, boolean present);

  String anniversary(String label, int days);

  /** A keyword query over the fields; none means all. */
  String text(String query, List<String> labels, boolean negated);

  String segment(String name, boolean negated);

  String sample(String salt, int from, int to, boolean negated);

  /** A number with its unit or currency behind it; both may be empty. */
  String amount(BigDecimal number, String unit, String currency);

  String date(LocalDate day);

  /** A relative date as a point in time, such as "90 days ago". */
  String date(Relative date);

  /** A range of relative dates that has a phrase of its own, such as "in the last 90 days". */
  Optional<String> period(Optional<Relative> from, Optional<Relative> to);

  RangePhrases amounts();

  RangePhrases dates();

  /** A field and the phrase for its range. */
  String range(String label, String phrase);
}
