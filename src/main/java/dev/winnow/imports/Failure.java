package dev.winnow.imports;

import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.util.List;

/** Why an import failed. */
public record Failure(ProblemCode code, List<Fault> faults) {
  public Failure {
    faults = List.copyOf(faults);
  }

  static Failure of(Exception e) {
    return e instanceof WinnowException problem
        ? new Failure(problem.code(), problem.faults())
        : new Failure(
            ProblemCode.INTERNAL, List.of(Fault.at("", "The import failed unexpectedly: " + e)));
  }
}
