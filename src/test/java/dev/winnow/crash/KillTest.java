package dev.winnow.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the service at random moments while it takes writes: whatever was acknowledged is there
 * after the next start, and whatever was not is there whole or not at all. {@code
 * -Dwinnow.crash.rounds=100} makes it longer, {@code -Dwinnow.seed=N} repeats a run.
 */
final class KillTest {
  private static final int ROUNDS = Integer.getInteger("winnow.crash.rounds", 4);
  private static final int WRITERS = 4;

  @TempDir Path folder;

  @Test
  void every_acknowledged_write_survives_kill_9_and_no_half_of_another_does() throws Exception {
    long seed = Long.getLong("winnow.seed", System.nanoTime());
    System.out.println("KillTest seed=" + seed + " rounds=" + ROUNDS);
    Random random = new Random(seed);
    List<Writer> writers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      writers.add(new CustomerWriter(i, new Random(random.nextLong())));
    }
    writers.add(new SegmentWriter());
    writers.add(new ActivityWriter(new Random(random.nextLong())));
    for (int round = 0; round < ROUNDS; round++) {
      ServerProcess server = ServerProcess.start(folder);
      for (Writer writer : writers) {
        writer.check(server);
      }
      checkTotal(server, writers);
      List<Thread> threads = new ArrayList<>();
      for (Writer writer : writers) {
        threads.add(Thread.ofPlatform().start(() -> writer.write(server)));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50 + random.nextInt(1500)));
      server.kill();
      for (Thread thread : threads) {
        thread.join();
      }
    }
    ServerProcess server = ServerProcess.start(folder);
    for (Writer writer : writers) {
      writer.check(server);
    }
    server.kill();
    System.out.println(
        "KillTest acknowledged " + writers.stream().mapToLong(Writer::acknowledged).sum());
  }

  private static void checkTotal(ServerProcess server, List<Writer> writers) {
    long present =
        writers.stream()
            .mapToLong(
                writer ->
                    switch (writer) {
                      case CustomerWriter customers -> customers.present();
                      case ActivityWriter activities -> activities.customers();
                      default -> 0;
                    })
            .sum();
    long total =
        server
            .send("POST", "/customers/search", Map.of("limit", 0), List.of())
            .json()
            .path("total")
            .asLong(-1);
    assertThat(total).isEqualTo(present);
  }

  /** Writes until the server is gone, remembering what was acknowledged. */
  interface Writer {
    void write(ServerProcess server);

    /** Holds what is stored against what was acknowledged, and goes on from there. */
    void check(ServerProcess server);

    long acknowledged();
  }
}
