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

  /**
   * Of what went wrong while a file was read or written.
   *
   * @param name under which people know the file, rather than the one that it is stored under
   */
  static Failure of(Exception e, String name) {
    return e instanceof WinnowException problem
        ? new Failure(
            problem.code(), problem.faults().stream().map(fault -> named(fault, name)).toList())
        : new Failure(
            ProblemCode.INTERNAL, List.of(Fault.at("", "The import failed unexpectedly: " + e)));
  }

  private static Fault named(Fault fault, String name) {
    String stored = ImportFolder.TABLE;
    String pointer = fault.pointer();
    boolean concerns =
        pointer.equals(stored)
            || pointer.startsWith(stored + ":")
            || pointer.startsWith(stored + ",");
    return concerns
        ? new Fault(name + pointer.substring(stored.length()), fault.detail(), fault.expected())
        : fault;
  }
}
