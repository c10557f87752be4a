package dev.winnow.bench.process;

import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes the cost of a piece of work: elapsed time, and processor time of all Java threads, in
 * nanoseconds. The processor time of the process as a whole would come in steps of 10 ms.
 */
public final class Stopwatch {
  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Stopwatch() {}

  /** Does the work, and writes {@code wall} and {@code cpu} into the answer. */
  public static <T> T time(ObjectNode answer, Callable<T> work) throws Exception {
    long cpu = cpu();
    long start = System.nanoTime();
    T result = work.call();
    answer.put("wall", System.nanoTime() - start);
    answer.put("cpu", cpu() - cpu);
    return result;
  }

  private static long cpu() {
    return LongStream.of(THREADS.getThreadCpuTime(THREADS.getAllThreadIds()))
        .filter(nanos -> nanos > 0)
        .sum();
  }
}
