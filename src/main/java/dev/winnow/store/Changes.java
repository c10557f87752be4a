package dev.winnow.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one transaction does: for each row, its new value, or empty when it goes. As bytes: the
 * number of rows, then per row its name, the length of the value (-1 for none) and the value.
 */
final class Changes {
  private final NavigableMap<String, Optional<byte[]>> rows = new TreeMap<>();

  void set(String row, Optional<byte[]> value) {
    rows.put(row, value);
  }

  NavigableMap<String, Optional<byte[]>> rows() {
    return rows;
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  byte[] encode() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(rows.size());
      for (Map.Entry<String, Optional<byte[]>> row : rows.entrySet()) {
        out.writeUTF(row.getKey());
        out.writeInt(row.getValue().map(value -> value.length).orElse(-1));
        out.write(row.getValue().orElse(new byte[0]));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Changes decode(byte[] bytes) throws IOException {
    Changes changes = new Changes();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        String row = in.readUTF();
        int length = in.readInt();
        changes.set(row, length < 0 ? Optional.empty() : Optional.of(in.readNBytes(length)));
      }
    }
    return changes;
  }
}
