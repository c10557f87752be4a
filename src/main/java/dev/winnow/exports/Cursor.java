package dev.winnow.exports;

import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/**
 * A place in a {@link Pull}, as a text that means nothing to those who hold it.
 *
 * @param pull random, so that it cannot be guessed
 * @param after number of the last customer already read
 */
record Cursor(UUID pull, long after) {
  private static final int BYTES = 24;

  String text() {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES);
    bytes.putLong(pull.getMostSignificantBits());
    bytes.putLong(pull.getLeastSignificantBits());
    bytes.putLong(after);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /** Reads a text given out before; {@link ProblemCode#INVALID_CURSOR} for anything else. */
  static Cursor of(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw invalid();
    }
    if (bytes.length != BYTES) {
      throw invalid();
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    Cursor cursor = new Cursor(new UUID(buffer.getLong(), buffer.getLong()), buffer.getLong());
    if (cursor.after() < 0 || !cursor.text().equals(text)) {
      throw invalid();
    }
    return cursor;
  }

  static WinnowException invalid() {
    return new WinnowException(
        ProblemCode.INVALID_CURSOR,
        "The cursor was not given out for this list. Use \"next\" of the page before as it is.");
  }
}
