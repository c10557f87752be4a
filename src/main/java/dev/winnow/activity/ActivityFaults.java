package dev.winnow.activity;

import dev.winnow.problem.Excerpt;
import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with one activity. */
final class ActivityFaults {
  private final String root;
  private final List<Fault> faults = new ArrayList<>();

  /**
   * @param root the JSON pointer to the activity
   */
  ActivityFaults(String root) {
    this.root = root;
  }

  void add(String key, String detail, String expected) {
    faults.add(new Fault(pointer(key), detail, expected));
  }

  void add(Fault fault) {
    faults.add(fault);
  }

  void whole(String detail, String expected) {
    faults.add(new Fault(root, detail, expected));
  }

  void throwIfAny() {
    WinnowException.throwIfAny(ProblemCode.INVALID_ACTIVITY, faults);
  }

  String pointer(String key) {
    return root + '/' + Excerpt.of(key).replace("~", "~0").replace("/", "~1");
  }
}
