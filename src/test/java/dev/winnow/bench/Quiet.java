package dev.winnow.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Waits until an engine has done what a load leaves it to do in the background, merges above all:
 * they take a core and memory bandwidth from whatever is measured meanwhile. The engine is left
 * alone until this process and its children use hardly any processor time.
 */
final class Quiet {
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int MOST_PAUSES = 600;
  private static final double BUSY = 0.03;

  private Quiet() {}

  /** Waits, has questions see what came of the work, and waits for what that began. */
  static void after(Peer peer) throws Exception {
    await();
    peer.settle();
    await();
  }

  private static void await() throws IOException, InterruptedException {
    for (int i = 0; i < MOST_PAUSES; i++) {
      long before = used();
      Thread.sleep(PAUSE);
      if (used() - before < BUSY * PAUSE.toNanos()) {
        return;
      }
    }
  }

  /** Processor time of all threads of this process and those it started, in nanoseconds. */
  private static long used() throws IOException {
    long nanos = 0;
    ProcessHandle own = ProcessHandle.current();
    for (ProcessHandle process : Stream.concat(Stream.of(own), own.descendants()).toList()) {
      Path tasks = Path.of("/proc", Long.toString(process.pid()), "task");
      try (DirectoryStream<Path> all = Files.newDirectoryStream(tasks)) {
        for (Path task : all) {
          nanos += ProcessorTime.scheduled(task);
        }
      } catch (NoSuchFileException _) {
        // It has ended in the meantime.
      }
    }
    return nanos;
  }
}
