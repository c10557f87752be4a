package dev.winnow.imports;

import dev.winnow.customer.Origin;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * What was there before an import changed it, in the order of the changes. Blocks of entries are on
 * disk before the changes are made, so whatever a crash leaves behind can be taken back. Each block
 * has its length at both ends, so that the log can be read backwards.
 */
final class UndoLog implements Closeable {
  private static final int FRAME = 3 * Integer.BYTES;

  private final FileChannel channel;
  private long length;

  /** The kinds of thing that are changed. */
  enum Kind {
    CUSTOMER,
    ACTIVITY,
    /** A customer that was archived. */
    ARCHIVED,
    /** A customer that was archived before and is no longer. */
    REVIVED
  }

  /**
   * One change.
   *
   * @param after hash of what the import made of it
   * @param before what was there, encoded; empty for nothing
   * @param origin of what was there, where that is known
   */
  record Entry(
      Kind kind, String id, long after, Optional<byte[]> before, Optional<Origin> origin) {}

  /** Opens the log to append to it; a block that a crash has torn is cut off. */
  UndoLog(Path file) throws IOException {
    channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    length = intact();
    channel.truncate(length);
    channel.position(length);
  }

  private long intact() throws IOException {
    long end = 0;
    while (end + FRAME <= channel.size()) {
      ByteBuffer head = read(end, 2 * Integer.BYTES);
      int size = head.getInt();
      int crc = head.getInt();
      if (size < 0 || end + FRAME + size > channel.size()) {
        break;
      }
      if (crc(read(end + 2L * Integer.BYTES, size)) != crc) {
        break;
      }
      end += FRAME + size;
    }
    return end;
  }

  /** In bytes. */
  long length() {
    return length;
  }

  /** Adds entries; they are on disk when this returns. */
  void append(List<Entry> entries) throws IOException {
    if (entries.isEmpty()) {
      return;
    }
    byte[] block = encode(entries);
    ByteBuffer frame = ByteBuffer.allocate(FRAME + block.length);
    frame.putInt(block.length).putInt(crc(ByteBuffer.wrap(block))).put(block).putInt(block.length);
    frame.flip();
    while (frame.hasRemaining()) {
      channel.write(frame);
    }
    channel.force(false);
    length += FRAME + block.length;
  }

  /** The entries of the block that ends at a place, in the order in which they were added. */
  List<Entry> blockBefore(long end) {
    try {
      int size = read(end - Integer.BYTES, Integer.BYTES).getInt();
      return decode(read(end - Integer.BYTES - size, size).array());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where that block begins. */
  long beginOfBlockBefore(long end) {
    try {
      return end - FRAME - read(end - Integer.BYTES, Integer.BYTES).getInt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ByteBuffer read(long from, int size) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(size);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, from + bytes.position()) < 0) {
        throw new IOException("The undo log ends too early.");
      }
    }
    return bytes.flip();
  }

  private static int crc(ByteBuffer bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes.duplicate());
    return (int) crc.getValue();
  }

  private static byte[] encode(List<Entry> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(entries.size());
    for (Entry entry : entries) {
      out.writeByte(entry.kind.ordinal());
      out.writeUTF(entry.id);
      out.writeLong(entry.after);
      out.writeInt(entry.before.map(before -> before.length).orElse(-1));
      if (entry.before.isPresent()) {
        out.write(entry.before.get());
      }
      out.writeUTF(entry.origin.map(Origin::source).orElse(""));
      out.writeLong(entry.origin.map(origin -> origin.at().toEpochMilli()).orElse(0L));
    }
    return bytes.toByteArray();
  }

  private static List<Entry> decode(byte[] block) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(block));
    Entry[] entries = new Entry[in.readInt()];
    for (int i = 0; i < entries.length; i++) {
      Kind kind = Kind.values()[in.readByte()];
      String id = in.readUTF();
      long after = in.readLong();
      int size = in.readInt();
      Optional<byte[]> before = size < 0 ? Optional.empty() : Optional.of(in.readNBytes(size));
      String source = in.readUTF();
      Instant at = Instant.ofEpochMilli(in.readLong());
      entries[i] =
          new Entry(
              kind,
              id,
              after,
              before,
              source.isEmpty() ? Optional.empty() : Optional.of(new Origin(source, at)));
    }
    return List.of(entries);
  }

  /** Deletes a log that nobody needs any more. */
  static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
