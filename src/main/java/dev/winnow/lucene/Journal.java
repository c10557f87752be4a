package dev.winnow.lucene;

import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;

/**
 * The promise that an acknowledged write survives: an append-only run of {@link JournalFrame}s,
 * each holding the writes of all callers that waited for the same fsync.
 *
 * <p>A frame is written and forced before the next one begins. So after a crash at most the last
 * frame of the last file can be torn, and nobody was told of it: it is cut off. A bad frame with a
 * good one behind it had been forced before, so it means a damaged disk or a foreign hand: opening
 * refuses, and {@link #cut} sets the damaged rest aside when the operator asks for it.
 *
 * <p>Files are named by a running number. {@link #roll} begins a new one; what lies before a Lucene
 * commit's position is deleted by {@link #deleteBefore}. One writer owns it.
 */
final class Journal implements Closeable {
  private final Path folder;
  private FileChannel channel;
  private long file;
  private volatile long size;

  /**
   * A place between frames.
   *
   * @param file number of the file
   * @param offset bytes from its start
   */
  record Position(long file, long offset) {
    static final Position START = new Position(0, 0);
  }

  private Journal(Path folder, long file, FileChannel channel, long size) {
    this.folder = folder;
    this.file = file;
    this.channel = channel;
    this.size = size;
  }

  /**
   * Opens the journal, hands every frame at or behind {@code from} to {@code replay}, cuts a torn
   * tail, and stands ready to append.
   *
   * @throws WinnowException {@link ProblemCode#CORRUPT_DATA} when a frame that had been
   *     acknowledged cannot be read
   */
  static Journal open(Path folder, Position from, Consumer<byte[]> replay) throws IOException {
    Files.createDirectories(folder);
    List<JournalFile> files = JournalFile.list(folder);
    checkNoGap(folder, files, from);
    long end = 0;
    for (JournalFile each : files) {
      boolean last = each.equals(files.getLast());
      long start = each.number() == from.file() ? from.offset() : 0;
      if (each.number() >= from.file()) {
        end = each.replay(start, last, replay);
      }
    }
    if (files.isEmpty() || files.getLast().number() < from.file()) {
      return begin(folder, Math.max(from.file(), 1));
    }
    JournalFile last = files.getLast();
    FileChannel channel = FileChannel.open(last.path(), StandardOpenOption.WRITE);
    channel.truncate(end);
    channel.position(end);
    channel.force(true);
    return new Journal(folder, last.number(), channel, end);
  }

  /**
   * Sets aside everything from the first damaged frame on, under names ending in {@code .damaged},
   * so that the journal opens again without it.
   *
   * @return the files set aside; empty when nothing was damaged
   */
  static List<Path> cut(Path folder) throws IOException {
    return JournalFile.cut(folder);
  }

  /**
   * Appends one frame and forces it to disk. When the disk refuses, the journal is as before.
   *
   * @throws UncheckedIOException when it could not be written
   */
  void append(byte[] payload) {
    try {
      ByteBuffer frame = JournalFrame.encode(payload);
      while (frame.hasRemaining()) {
        channel.write(frame);
      }
      channel.force(false);
      size = channel.position();
    } catch (IOException e) {
      takeBack(size, e);
      throw new UncheckedIOException(e);
    }
  }

  /** Bytes in the current file; may be asked by any thread. */
  long size() {
    return size;
  }

  /** Begins a new file and returns its start: everything appended so far lies before it. */
  Position roll() throws IOException {
    if (size == 0) {
      return new Position(file, 0);
    }
    Journal next = begin(folder, file + 1);
    channel.close();
    channel = next.channel;
    file = next.file;
    size = 0;
    return new Position(file, 0);
  }

  /** Deletes the files that lie wholly before the position. */
  void deleteBefore(Position position) throws IOException {
    for (JournalFile each : JournalFile.list(folder)) {
      if (each.number() < position.file()) {
        Files.deleteIfExists(each.path());
      }
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static Journal begin(Path folder, long number) throws IOException {
    FileChannel channel =
        FileChannel.open(
            JournalFile.path(folder, number),
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    channel.force(true);
    syncFolder(folder);
    return new Journal(folder, number, channel, 0);
  }

  private void takeBack(long start, IOException cause) {
    try {
      channel.truncate(start);
      channel.position(start);
      channel.force(true);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  private static void checkNoGap(Path folder, List<JournalFile> files, Position from) {
    long expected = Math.max(from.file(), 1);
    for (JournalFile each : files) {
      if (each.number() < expected) {
        continue;
      }
      if (each.number() > expected) {
        throw new WinnowException(
            ProblemCode.CORRUPT_DATA,
            "The journal file "
                + JournalFile.path(folder, expected)
                + " is missing. Restore the data folder from a backup.");
      }
      expected++;
    }
  }

  private static void syncFolder(Path folder) throws IOException {
    try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    }
  }
}
