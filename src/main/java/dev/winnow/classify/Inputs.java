package dev.winnow.classify;

import java.util.List;

/** What a rule reads of one customer; a field is named by its position in the list of inputs. */
public interface Inputs {
  /** The amount of a field without a value. */
  long MISSING = Long.MIN_VALUE;

  /** The customer's stable number; breaks ties where a rule says so. */
  long number();

  /** A point on the field's {@link dev.winnow.schema.Scale}, or {@link #MISSING}. */
  long amount(int input);

  /** The values of a worded field; empty without any. */
  List<String> words(int input);
}
