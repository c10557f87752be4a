package dev.winnow.condition;

import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.util.ArrayList;
import java.util.List;

/** The faults of one condition while it is read; those beyond the first hundred are counted. */
final class Faults {
  private static final int MOST = 100;

  private final List<Fault> faults = new ArrayList<>();
  private int more;

  void add(String pointer, String detail, String expected) {
    if (faults.size() < MOST) {
      faults.add(new Fault(pointer, detail, expected));
    } else {
      more++;
    }
  }

  boolean none() {
    return faults.isEmpty();
  }

  void throwIfAny(String root) {
    if (more > 0) {
      faults.add(Fault.at(root, "There are " + more + " more faults."));
    }
    WinnowException.throwIfAny(ProblemCode.INVALID_CONDITION, faults);
  }

  /** A key of a JSON object as a step of a JSON pointer (RFC 6901). */
  static String step(String key) {
    return "/" + key.replace("~", "~0").replace("/", "~1");
  }
}
