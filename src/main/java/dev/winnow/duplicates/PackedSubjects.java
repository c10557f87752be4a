package dev.winnow.duplicates;

import dev.winnow.engine.KeyedCustomers;
import dev.winnow.engine.Progress;
import dev.winnow.matching.Matching;
import dev.winnow.matching.Matching.Subject;
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
import java.util.function.IntPredicate;

/**
 * Customers made ready to be compared, in a file that is deleted in the end: reading one at random
 * takes a microsecond, and no heap is needed but 8 bytes for each place.
 */
final class PackedSubjects implements AutoCloseable {
  private static final int READ_AT_ONCE = 4_096;

  private final Path file;
  private final long[] ends;
  private final Arena arena = Arena.ofShared();
  private final MemorySegment bytes;

  /**
   * Reads all customers and keeps some.
   *
   * @param folder where the file is made
   * @param kept whether the customer at a place is wanted later
   */
  PackedSubjects(
      Path folder,
      KeyedCustomers customers,
      Matching matching,
      IntPredicate kept,
      Progress progress)
      throws IOException {
    Files.createDirectories(folder);
    file = Files.createTempFile(folder, "search", ".tmp");
    ends = new long[customers.places() + 1];
    try {
      write(customers, matching, kept, progress);
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
        bytes = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
      }
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private void write(
      KeyedCustomers customers, Matching matching, IntPredicate kept, Progress progress)
      throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      for (int from = 0; from < customers.places(); from += READ_AT_ONCE) {
        int to = Math.min(customers.places(), from + READ_AT_ONCE);
        customers.read(
            from,
            to,
            (customer, place) -> {
              if (kept.test(place)) {
                byte[] packed = matching.subject(customer).packed();
                ends[place + 1] = packed.length;
                write(out, packed);
              }
            });
        progress.at(to, customers.places());
      }
    }
    for (int place = 0; place < customers.places(); place++) {
      ends[place + 1] += ends[place];
    }
  }

  private static void write(OutputStream out, byte[] bytes) {
    try {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The customer at a place that was kept. */
  Subject at(int place) {
    byte[] packed = new byte[(int) (ends[place + 1] - ends[place])];
    MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, ends[place], packed, 0, packed.length);
    return Matching.unpacked(packed);
  }

  @Override
  public void close() {
    arena.close();
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
