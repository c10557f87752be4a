package dev.winnow.store;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * A process to be killed: it writes one transaction after another, and says the number of each when
 * it is acknowledged.
 */
final class KilledWriter {
  private static final int KEYS = 40;
  private static final long SMALL_LOG = 60_000;

  private KilledWriter() {}

  static Database open(Path file) {
    return Database.open(file, _ -> SMALL_LOG);
  }

  static Table<String> table(Database database) {
    return database.table("row", String.class);
  }

  /** What transaction {@code number} does to the rows. */
  static void apply(int number, Map<String, String> rows) {
    for (int i = 0; i < KEYS; i += 3) {
      rows.put("k" + (number * 7 + i) % KEYS, number + "x".repeat(number * 31 % 300));
    }
    rows.remove("k" + number % KEYS);
    rows.put("number", Integer.toString(number));
  }

  /** The rows after the first {@code count} transactions. */
  static Map<String, String> after(int count) {
    Map<String, String> rows = new TreeMap<>();
    for (int number = 1; number <= count; number++) {
      apply(number, rows);
    }
    return rows;
  }

  public static void main(String[] arguments) {
    System.out.println("start");
    try (Database database = open(Path.of(arguments[0]))) {
      Table<String> rows = table(database);
      int done = rows.get("number").map(Integer::valueOf).orElse(0);
      for (int number = done + 1; ; number++) {
        int now = number;
        database.run(() -> replace(rows, now));
        System.out.println(number);
      }
    }
  }

  private static void replace(Table<String> rows, int number) {
    Map<String, String> before = rows.entries();
    Map<String, String> after = new TreeMap<>(before);
    apply(number, after);
    after.forEach(rows::put);
    before.keySet().stream().filter(key -> !after.containsKey(key)).forEach(rows::remove);
  }
}
