package dev.winnow.duplicates;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Some bytes for each of many places, in a file that is deleted in the end: reading them at random
 * takes part of a microsecond, and no heap is needed but 8 bytes for each place. Written by one
 * thread, then read by many.
 */
final class PlacedBytes implements AutoCloseable {
  private final Path file;
  private final OutputStream out;
  private final long[] ends;
  private final Arena arena = Arena.ofShared();
  private MemorySegment bytes = MemorySegment.NULL;

  /**
   * @param folder where the file is made
   * @param places one more than the last place
   */
  PlacedBytes(Path folder, int places) throws IOException {
    ends = new long[places + 1];
    file = Files.createTempFile(folder, "search", ".tmp");
    out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20);
  }

  /** Writes those of one place, behind all places written before. */
  void write(int place, byte[] those) {
    try {
      out.write(those);
      ends[place + 1] = those.length;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the writing. */
  void finish() throws IOException {
    out.close();
    for (int place = 0; place + 1 < ends.length; place++) {
      ends[place + 1] += ends[place];
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      bytes = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
    }
  }

  MemorySegment all() {
    return bytes;
  }

  /** Where those of a place begin. */
  long begin(int place) {
    return ends[place];
  }

  byte[] get(int place) {
    byte[] those = new byte[(int) (ends[place + 1] - ends[place])];
    MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, ends[place], those, 0, those.length);
    return those;
  }

  @Override
  public void close() {
    arena.close();
    try {
      out.close();
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
