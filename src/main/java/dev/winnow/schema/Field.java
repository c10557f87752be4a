package dev.winnow.schema;

import java.util.List;

/**
 * A typed attribute of a customer, declared in {@code index-config/fields.yml}.
 *
 * <p>A field is either <em>worded</em> (its values are strings: text, keyword, tree, boolean,
 * phone, e-mail) or <em>ordered</em> (its value is one number that can be compared: number, money,
 * date).
 */
public sealed interface Field {
  Traits traits();

  default String name() {
    return traits().name();
  }

  default Label label() {
    return traits().label();
  }

  default boolean facet() {
    return traits().facet();
  }

  /** Whether a customer may have several values. */
  default boolean multi() {
    return traits().multi();
  }

  /**
   * What all types of field have in common.
   *
   * @param name lower-case letters, digits and underscores, beginning with a letter
   * @param facet counted and filtered by value in Explore
   * @param multi several values allowed; worded fields only
   * @param personal personal data: masked for those who may not see it
   * @param required every customer must have it
   * @param searched keyword lookup looks into it
   */
  record Traits(
      String name,
      Label label,
      boolean facet,
      boolean multi,
      boolean personal,
      boolean required,
      boolean searched) {}

  /** A field whose values are strings. */
  sealed interface Worded extends Field {}

  /** A field whose single value is a number on one scale. */
  sealed interface Ordered extends Field {}

  /** Free text such as a name or an address; analysed for keyword lookup, never a facet. */
  record Text(Traits traits) implements Worded {}

  /**
   * An exact string such as a tier, a tag or a code.
   *
   * @param values the known values with their labels, in display order; empty when any is allowed
   * @param closed only known values are accepted
   */
  record Keyword(Traits traits, List<KnownValue> values, boolean closed) implements Worded {}

  /**
   * A place in a hierarchy, written as a path from the top with {@code /} between the levels, such
   * as {@code 中国/浙江/杭州}. A customer at a node is also counted at every node above it.
   *
   * @param values known nodes as full paths, parents before children; empty when any is allowed
   * @param closed only known nodes are accepted
   */
  record Tree(Traits traits, List<KnownValue> values, boolean closed) implements Worded {
    /** Between the levels of a path. */
    public static final char SEPARATOR = '/';
  }

  /** Yes or no; its values are {@code true} and {@code false}. */
  record Bool(Traits traits) implements Worded {}

  /** A telephone number, kept as written and searched by its digits. */
  record Phone(Traits traits) implements Worded {}

  /** An e-mail address, in lower case. */
  record Email(Traits traits) implements Worded {}

  /**
   * A decimal number, exact to a fixed number of decimals (0 to 9); more are rounded half up, as a
   * SQL {@code NUMERIC} does.
   *
   * @param unit shown after the value; may be empty
   */
  record Number(Traits traits, int decimals, String unit) implements Ordered {}

  /**
   * An amount in one currency, exact to its minor unit.
   *
   * @param currency ISO 4217 code
   */
  record Money(Traits traits, String currency, int decimals) implements Ordered {}

  /** A calendar day, ISO 8601, from 0001-01-01 to 9999-12-31. */
  record Date(Traits traits) implements Ordered {}

  /** A value that is known beforehand, with its label. */
  record KnownValue(String value, Label label) {}
}
