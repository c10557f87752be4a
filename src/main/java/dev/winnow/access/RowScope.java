package dev.winnow.access;

import dev.winnow.condition.Condition;

/** The customers that a caller may see, as a condition that is added to every question. */
public record RowScope(Condition condition) {
  /** Every customer. */
  public static final RowScope ALL = new RowScope(Condition.EVERYONE);
}
