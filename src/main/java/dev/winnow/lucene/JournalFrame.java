package dev.winnow.lucene;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/** One unit of the journal: four bytes {@code WINJ}, length, CRC-32C of the payload, payload. */
final class JournalFrame {
  static final int HEADER = 12;
  private static final int MAGIC = 0x57494e4a;

  private JournalFrame() {}

  static ByteBuffer encode(byte[] payload) {
    return ByteBuffer.allocate(HEADER + payload.length)
        .putInt(MAGIC)
        .putInt(payload.length)
        .putInt(crc(payload))
        .put(payload)
        .flip();
  }

  /** The payload of the frame that begins at the offset, or empty when there is no whole one. */
  static Optional<byte[]> decode(ByteBuffer file, int offset) {
    if (offset + HEADER > file.limit() || file.getInt(offset) != MAGIC) {
      return Optional.empty();
    }
    int length = file.getInt(offset + 4);
    if (length < 0 || length > file.limit() - offset - HEADER) {
      return Optional.empty();
    }
    byte[] payload = new byte[length];
    file.get(offset + HEADER, payload);
    return crc(payload) == file.getInt(offset + 8) ? Optional.of(payload) : Optional.empty();
  }

  /** Whether a whole frame begins anywhere behind the offset. */
  static boolean anyBehind(ByteBuffer file, int offset) {
    for (int at = offset + 1; at + HEADER <= file.limit(); at++) {
      if (file.getInt(at) == MAGIC && decode(file, at).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static int crc(byte[] payload) {
    CRC32C crc = new CRC32C();
    crc.update(payload);
    return (int) crc.getValue();
  }
}
