package dev.winnow.bench;

import com.sun.management.ThreadMXBean;
import dev.winnow.bench.Peer.Cost;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

/**
 * Takes the cost of work inside this process: elapsed time, and the processor time of all Java
 * threads that are alive when it stops. The compiler's and the collector's own threads are left
 * out.
 */
final class Stopwatch {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Map<Long, Long> before = processorTimes();
  private final long start = System.nanoTime();

  Cost stop() {
    long wall = System.nanoTime() - start;
    long cpu = 0;
    for (Map.Entry<Long, Long> after : processorTimes().entrySet()) {
      cpu += after.getValue() - before.getOrDefault(after.getKey(), 0L);
    }
    return new Cost(wall, cpu);
  }

  private static Map<Long, Long> processorTimes() {
    long[] ids = THREADS.getAllThreadIds();
    long[] times = THREADS.getThreadCpuTime(ids);
    Map<Long, Long> byThread = new HashMap<>();
    for (int i = 0; i < ids.length; i++) {
      if (times[i] >= 0) {
        byThread.put(ids[i], times[i]);
      }
    }
    return byThread;
  }
}
