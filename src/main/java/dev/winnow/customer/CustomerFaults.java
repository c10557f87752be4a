package dev.winnow.customer;

import dev.winnow.problem.Excerpt;
import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.schema.Field;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with one customer; beyond a hundred faults the rest is left out. */
final class CustomerFaults {
  private static final int MAX_FAULTS = 100;

  private final List<Fault> faults = new ArrayList<>();
  private int count;

  void add(String pointer, String detail, String expected) {
    add(new Fault(pointer, detail, expected));
  }

  void add(Fault fault) {
    count++;
    if (faults.size() < MAX_FAULTS) {
      faults.add(fault);
    }
  }

  /** How many there are, those left out included. */
  int count() {
    return count;
  }

  void throwIfAny() {
    WinnowException.throwIfAny(ProblemCode.INVALID_CUSTOMER, faults);
  }

  /** The JSON pointer to the member of a field, whose name needs no escapes. */
  static String pointer(String parent, Field field) {
    return parent + '/' + field.name();
  }

  /** The JSON pointer to a member with any name. */
  static String pointer(String parent, String name) {
    return parent + '/' + Excerpt.of(name).replace("~", "~0").replace("/", "~1");
  }
}
