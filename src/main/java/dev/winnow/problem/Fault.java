package dev.winnow.problem;

/**
 * One thing that is wrong in an input.
 *
 * @param pointer where: a JSON pointer (RFC 6901) into the body, a {@code file:line}, or empty for
 *     the whole
 * @param detail what is wrong, as a sentence
 * @param expected what would be right, as a sentence; empty when the detail says it
 */
public record Fault(String pointer, String detail, String expected) {
  /** A fault whose detail already says what would be right. */
  public static Fault at(String pointer, String detail) {
    return new Fault(pointer, detail, "");
  }

  @Override
  public String toString() {
    String where = pointer.isEmpty() ? "" : pointer + ": ";
    return where + detail + (expected.isEmpty() ? "" : " " + expected);
  }
}
