package dev.winnow.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Set {@code -Dwinnow.kills=100} for more rounds than the usual, {@code -Dwinnow.seed} to repeat.
 */
final class KillTest {
  private static final int ROUNDS = Integer.getInteger("winnow.kills", 6);

  @TempDir private Path folder;

  private final long seed = Long.getLong("winnow.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @Test
  void every_acknowledged_transaction_survives_a_kill_and_none_by_half() throws Exception {
    System.out.println("KillTest seed " + seed);
    Path file = folder.resolve("winnow.db");
    int before = 0;
    for (int round = 1; round <= ROUNDS; round++) {
      int acknowledged = runAndKill(file, before + random.nextInt(50));
      int stored = storedAfterKill(file);
      assertThat(stored)
          .as("round %s, seed %s", round, seed)
          .isBetween(acknowledged, acknowledged + 1);
      before = stored;
    }
  }

  @Test
  void a_kill_while_the_database_is_created_needs_no_help() throws Exception {
    System.out.println("KillTest seed " + seed);
    for (int round = 1; round <= ROUNDS; round++) {
      Path file = Files.createDirectory(folder.resolve("round" + round)).resolve("winnow.db");
      Process process = start(file);
      try (BufferedReader output = process.inputReader()) {
        assertThat(output.readLine()).isEqualTo("start");
        process.waitFor(random.nextInt(500), TimeUnit.MILLISECONDS);
        kill(process);
      }
      assertThat(storedAfterKill(file)).as("round %s, seed %s", round, seed).isNotNegative();
    }
  }

  /** The number of the last transaction acknowledged before the kill. */
  private static int runAndKill(Path file, int killAfter) throws Exception {
    Process process = start(file);
    int acknowledged = 0;
    try (BufferedReader output = process.inputReader()) {
      assertThat(output.readLine()).isEqualTo("start");
      while (acknowledged <= killAfter) {
        acknowledged = Integer.parseInt(output.readLine());
      }
      kill(process);
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        acknowledged = Integer.parseInt(line);
      }
    }
    return acknowledged;
  }

  /** Opens the database, checks that it holds whole transactions only, and says how many. */
  private static int storedAfterKill(Path file) {
    try (Database database = KilledWriter.open(file)) {
      Table<String> rows = KilledWriter.table(database);
      int stored = rows.get("number").map(Integer::valueOf).orElse(0);
      assertThat(rows.entries()).isEqualTo(KilledWriter.after(stored));
      return stored;
    }
  }

  private static Process start(Path file) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            KilledWriter.class.getName(),
            file.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Through the handle, which leaves the output open for reading to its end. */
  private static void kill(Process process) throws InterruptedException {
    process.toHandle().destroyForcibly();
    process.waitFor();
  }
}
