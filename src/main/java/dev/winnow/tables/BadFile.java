package dev.winnow.tables;

import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.util.List;

/** The ways in which a file is refused: always with what is wrong, where, and what would help. */
final class BadFile {
  private BadFile() {}

  /**
   * @param where the file's name, with {@code :line} where the line is known
   */
  static WinnowException of(String where, String detail, String expected) {
    return new WinnowException(
        ProblemCode.INVALID_FILE, List.of(new Fault(where, detail, expected)));
  }

  /** The file could not be read to its end, for the reason that the exception gives. */
  static WinnowException unreadable(String where, Exception cause) {
    String reason = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    WinnowException problem =
        of(where, "The file cannot be read: %s.".formatted(withoutStop(reason)), "");
    problem.initCause(cause);
    return problem;
  }

  /** The text without a full stop at its end. */
  static String withoutStop(String text) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }
}
