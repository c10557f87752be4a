package dev.winnow.tables;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * What comes out of an archive. Damage is told in plain words, and content that swells out of all
 * proportion to the archive, as only that of a bomb does, ends with a message instead of filling
 * the day.
 */
final class UnpackedStream extends FilterInputStream {
  /** How many times larger than the archive the content may be, beyond the first part. */
  private static final long MAX_RATIO = 500;

  private static final long HARMLESS = 256L << 20;

  private final String packing;
  private final long limit;
  private long read;

  UnpackedStream(InputStream in, String packing, long packedSize) {
    super(in);
    this.packing = packing;
    this.limit = Math.max(HARMLESS, packedSize * MAX_RATIO);
  }

  /** The failure of an archive in words. */
  static IOException damaged(String packing, IOException e) {
    String message = String.valueOf(e.getMessage());
    boolean early =
        e instanceof EOFException
            || message.contains("Truncated")
            || message.contains("Unexpected end");
    return new IOException(
        early
            ? "the %s archive ends too early, as after a broken transfer".formatted(packing)
            : "the %s archive is damaged (%s)".formatted(packing, BadFile.withoutStop(message)),
        e);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count;
    try {
      count = in.read(bytes, offset, length);
    } catch (IOException e) {
      throw damaged(packing, e);
    }
    read += Math.max(count, 0);
    if (read > limit) {
      throw new IOException(
          "the %s archive unpacks to more than %,d times its size, as no table does"
              .formatted(packing, MAX_RATIO));
    }
    return count;
  }
}
