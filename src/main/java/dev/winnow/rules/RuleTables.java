package dev.winnow.rules;

import dev.winnow.store.Database;
import dev.winnow.store.Table;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Where rules are stored: what they are now, every version, how many customers their grades moved,
 * and the day as of which customers were last graded. To be changed within a transaction.
 */
final class RuleTables {
  private static final String DAY = "day";

  private final Table<StoredRule> current;
  private final Table<StoredRule.Version> versions;
  private final Table<Long> moves;
  private final Table<LocalDate> days;

  RuleTables(Database database) {
    current = database.table("rules", StoredRule.class);
    versions = database.table("rule-versions", StoredRule.Version.class);
    moves = database.table("rule-moves", Long.class);
    days = database.table("rule-days", LocalDate.class);
  }

  List<StoredRule> current() {
    return current.values();
  }

  Optional<StoredRule> get(String id) {
    return current.get(id);
  }

  void put(StoredRule rule) {
    current.put(rule.id(), rule);
  }

  void remove(String id) {
    current.remove(id);
    versions.startingWith(id + "/").keySet().forEach(versions::remove);
    moves.startingWith(id + "/").keySet().forEach(moves::remove);
  }

  Optional<StoredRule.Version> version(String id, int version) {
    return versions.get(key(id, version));
  }

  /** All versions of a rule, the oldest first. */
  List<StoredRule.Version> versions(String id) {
    return List.copyOf(versions.startingWith(id + "/").values());
  }

  void put(String id, StoredRule.Version version) {
    versions.put(key(id, version.version()), version);
  }

  void addMoves(String id, YearMonth month, long moved) {
    if (moved > 0) {
      String key = id + "/" + month;
      moves.put(key, moves.get(key).orElse(0L) + moved);
    }
  }

  /** How many customers moved in each month, the earliest first. */
  SequencedMap<YearMonth, Long> moves(String id) {
    SequencedMap<YearMonth, Long> byMonth = new LinkedHashMap<>();
    moves
        .startingWith(id + "/")
        .forEach(
            (key, moved) -> byMonth.put(YearMonth.parse(key.substring(id.length() + 1)), moved));
    return byMonth;
  }

  Optional<LocalDate> day() {
    return days.get(DAY);
  }

  void day(LocalDate day) {
    days.put(DAY, day);
  }

  /** Padded, so that the order of keys is the order of versions. */
  private static String key(String id, int version) {
    return "%s/%010d".formatted(id, version);
  }
}
