package dev.winnow.lucene;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One write as the journal keeps it. It says the outcome, not the request, so replaying is
 * idempotent.
 *
 * @param source the content as JSON, of a customer a {@link StoredSource}; empty for a deletion
 * @param before the id of the customer from whom an activity was taken; empty when there is none
 */
record JournalEntry(String id, long number, long version, Optional<byte[]> source, String before) {
  private static final int FORMAT = 2;

  /** The format that had no {@code before}. */
  private static final int WITHOUT_BEFORE = 1;

  static JournalEntry of(StateChange<?> change) {
    StoredState state = change.state();
    return new JournalEntry(
        state.id(),
        state.number(),
        state.version(),
        Optional.ofNullable(state.sourceOrNull()),
        change.before());
  }

  /** The payload of one frame. */
  static byte[] encode(List<JournalEntry> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(entries.size() * 512);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(FORMAT);
      out.writeInt(entries.size());
      for (JournalEntry entry : entries) {
        writeBytes(out, entry.id.getBytes(StandardCharsets.UTF_8));
        out.writeLong(entry.number);
        out.writeLong(entry.version);
        out.writeBoolean(entry.source.isPresent());
        if (entry.source.isPresent()) {
          writeBytes(out, entry.source.get());
        }
        writeBytes(out, entry.before.getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static List<JournalEntry> decode(byte[] payload) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload))) {
      int format = in.readByte();
      if (format != FORMAT && format != WITHOUT_BEFORE) {
        throw new IOException("journal format " + format + " is newer than this program");
      }
      int count = in.readInt();
      List<JournalEntry> entries = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        String id = new String(readBytes(in), StandardCharsets.UTF_8);
        long number = in.readLong();
        long version = in.readLong();
        Optional<byte[]> source = in.readBoolean() ? Optional.of(readBytes(in)) : Optional.empty();
        String before =
            format == WITHOUT_BEFORE ? "" : new String(readBytes(in), StandardCharsets.UTF_8);
        entries.add(new JournalEntry(id, number, version, source, before));
      }
      return entries;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] readBytes(DataInputStream in) throws IOException {
    return in.readNBytes(in.readInt());
  }
}
