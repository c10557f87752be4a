package dev.winnow.http;

import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects what is wrong with a request, so that one answer names everything. */
final class Faults {
  private final List<Fault> list = new ArrayList<>();
  private ProblemCode code = ProblemCode.INVALID_REQUEST;

  void add(String pointer, String detail, String expected) {
    merge(ProblemCode.INVALID_REQUEST, List.of(new Fault(pointer, detail, expected)));
  }

  /** Runs a check that throws its faults; on refusal they are kept and the fallback returned. */
  <T> T attempt(Supplier<T> check, T fallback) {
    try {
      return check.get();
    } catch (WinnowException e) {
      merge(e.code(), e.faults());
      return fallback;
    }
  }

  /** Refuses with all faults; with their own code when all have the same. */
  void throwIfAny() {
    WinnowException.throwIfAny(code, list);
  }

  boolean isEmpty() {
    return list.isEmpty();
  }

  List<Fault> list() {
    return list;
  }

  private void merge(ProblemCode other, List<Fault> faults) {
    code = list.isEmpty() || code == other ? other : ProblemCode.INVALID_REQUEST;
    list.addAll(faults);
  }
}
