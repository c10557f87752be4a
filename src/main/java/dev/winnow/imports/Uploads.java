package dev.winnow.imports;

import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Files as they come, of any size: to the disk in small pieces, never whole in memory. What has
 * come is on disk even when the rest does not, and an upload goes on from there.
 */
final class Uploads {
  /** What has to stay free on the disk, in bytes. */
  private static final long RESERVE = 256L << 20;

  private static final int PIECE = 1 << 16;
  private static final long LOOK_EVERY = 64L << 20;

  private final Set<Path> busy = ConcurrentHashMap.newKeySet();

  /** What came of a file. */
  record Received(long length, boolean broken) {}

  /** Refuses a file for which there is no room. */
  static void requireRoom(Path folder, long bytes) {
    try {
      long free = Files.getFileStore(folder).getUsableSpace();
      if (free - RESERVE < bytes) {
        throw new WinnowException(
            ProblemCode.NO_SPACE,
            "The file has %,d bytes, and %,d are free on the disk, of which %,d stay so."
                .formatted(bytes, free, RESERVE));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes what comes behind what is there.
   *
   * @param offset where the bytes belong: the length of what is there
   * @param most bytes that the file may have in the end
   * @throws WinnowException UPLOAD_OFFSET when they belong elsewhere or are too many, NO_SPACE
   */
  Received append(Path file, long offset, long most, InputStream in) {
    if (!busy.add(file)) {
      throw new WinnowException(
          ProblemCode.UPLOAD_OFFSET, "Another request is sending bytes of this file.");
    }
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      if (offset != channel.size()) {
        throw new WinnowException(
            ProblemCode.UPLOAD_OFFSET,
            "The bytes begin at %d, and %d have come.".formatted(offset, channel.size()));
      }
      channel.position(offset);
      boolean broken = copy(in, channel, most, file);
      channel.force(true);
      return new Received(channel.size(), broken);
    } catch (IOException e) {
      throw noSpace(e);
    } finally {
      busy.remove(file);
    }
  }

  /** Whether the client went away before its end. */
  private static boolean copy(InputStream in, FileChannel channel, long most, Path file)
      throws IOException {
    byte[] piece = new byte[PIECE];
    long looked = channel.position();
    while (true) {
      int length;
      try {
        length = in.read(piece);
      } catch (IOException e) {
        return true;
      }
      if (length < 0) {
        return false;
      }
      if (channel.position() + length > most) {
        throw new WinnowException(
            ProblemCode.UPLOAD_OFFSET, "The file was said to have %d bytes.".formatted(most));
      }
      ByteBuffer bytes = ByteBuffer.wrap(piece, 0, length);
      while (bytes.hasRemaining()) {
        var _ = channel.write(bytes);
      }
      if (channel.position() - looked > LOOK_EVERY) {
        looked = channel.position();
        requireRoom(file, 0);
      }
    }
  }

  private static WinnowException noSpace(IOException e) {
    return new WinnowException(
        ProblemCode.NO_SPACE, "The file could not be written to the disk: " + e.getMessage(), e);
  }
}
