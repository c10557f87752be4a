package dev.winnow.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The most memory that this process has taken since a moment. */
final class MemoryPeak {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path RESET = Path.of("/proc/self/clear_refs");
  private static final String RESET_PEAK = "5";
  private static final String PEAK = "VmHWM:";

  private MemoryPeak() {}

  /** Collects garbage, and begins anew. */
  static void reset() {
    System.gc();
    heap().forEach(MemoryPoolMXBean::resetPeakUsage);
    try {
      Files.writeString(RESET, RESET_PEAK);
    } catch (IOException e) {
      System.out.println("The peak of resident memory counts from the start: " + e.getMessage());
    }
  }

  /** Of the heap in use, garbage included, in bytes; the sum of its pools' peaks. */
  static long heapBytes() {
    return heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
  }

  /** Of memory that the machine had to give, in bytes; 0 where Linux does not say. */
  static long residentBytes() throws IOException {
    if (!Files.isReadable(STATUS)) {
      return 0;
    }
    try (var lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith(PEAK))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
          .sum();
    }
  }

  private static List<MemoryPoolMXBean> heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }
}
