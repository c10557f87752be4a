package dev.winnow.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Processor time in nanoseconds, as the kernel's scheduler counts it. The native threads of a
 * database inside this process are seen too; the virtual machine's compiler and collector threads
 * are left out.
 */
final class ProcessorTime {
  private static final List<String> NOT_OURS =
      List.of("C1 Compiler", "C2 Compiler", "GC ", "G1 ", "VM ", "Sweeper", "Common-Cleaner");
  private static final long TICKS_PER_SECOND = 100;

  private ProcessorTime() {}

  /** Of all threads of this process; the caller's own to the nanosecond, though it is running. */
  static long here() throws IOException {
    long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Path own = Path.of("/proc/thread-self").toRealPath();
    try (DirectoryStream<Path> tasks = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
      for (Path task : tasks) {
        if (!task.getFileName().equals(own.getFileName())) {
          nanos += ofTask(task);
        }
      }
    }
    return nanos;
  }

  /** Of one process with one thread. */
  static long of(long pid) throws IOException {
    return scheduled(Path.of("/proc", Long.toString(pid)));
  }

  /** Of the children of a process that have ended, to a hundredth of a second. */
  static long ofEndedChildren(long pid) throws IOException {
    String line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
    String[] afterName = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
    long ticks = Long.parseLong(afterName[13]) + Long.parseLong(afterName[14]);
    return ticks * (1_000_000_000L / TICKS_PER_SECOND);
  }

  private static long ofTask(Path task) throws IOException {
    try {
      String name = Files.readString(task.resolve("comm"));
      return NOT_OURS.stream().anyMatch(name::startsWith) ? 0 : scheduled(task);
    } catch (NoSuchFileException _) {
      return 0;
    }
  }

  /** Of one thread, or of a process with one thread, by its folder of the kernel's. */
  static long scheduled(Path folder) throws IOException {
    String times = Files.readString(folder.resolve("schedstat"));
    return Long.parseLong(times.substring(0, times.indexOf(' ')));
  }
}
