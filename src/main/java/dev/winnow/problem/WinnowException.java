package dev.winnow.problem;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A refusal or failure with its code and all the faults found, so that one round mends them all.
 */
public final class WinnowException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemCode code;
  private final transient List<Fault> faults;
  private final transient Map<String, String> members;

  public WinnowException(ProblemCode code, List<Fault> faults) {
    this(code, faults, Map.of());
  }

  private WinnowException(ProblemCode code, List<Fault> faults, Map<String, String> members) {
    super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
    this.code = code;
    this.faults = List.copyOf(faults);
    this.members = Map.copyOf(members);
  }

  /**
   * A problem with something that programs go on with.
   *
   * @param members further members of the answer, by name
   */
  public WinnowException(ProblemCode code, String detail, Map<String, String> members) {
    this(code, List.of(Fault.at("", detail)), members);
  }

  public WinnowException(ProblemCode code, String detail) {
    this(code, List.of(Fault.at("", detail)));
  }

  public WinnowException(ProblemCode code, String detail, Throwable cause) {
    this(code, detail);
    initCause(cause);
  }

  /** Refuses with all faults, or does nothing when there are none. */
  public static void throwIfAny(ProblemCode code, List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw new WinnowException(code, faults);
    }
  }

  public ProblemCode code() {
    return code;
  }

  public List<Fault> faults() {
    return faults;
  }

  /** Further members of the answer, by name. */
  public Map<String, String> members() {
    return members;
  }
}
