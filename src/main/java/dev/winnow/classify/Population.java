package dev.winnow.classify;

import java.util.List;
import java.util.function.Consumer;

/** All customers that there are, as far as the computing of cut points asks for them. */
public interface Population {
  /** How many there are. */
  long customers();

  /**
   * The values of an ordered field in any order, those that are missing left out. The array is the
   * caller's own.
   */
  long[] amounts(String field);

  /**
   * Shows every customer once, in any order, one after the other.
   *
   * @param fields whose positions are those of the inputs
   * @param row may keep nothing of the inputs, which can be the same object every time
   */
  void each(List<String> fields, Consumer<Inputs> row);
}
