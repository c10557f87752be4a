package dev.winnow.imports;

import dev.winnow.imports.Counts.PartCounts;
import dev.winnow.mapping.ColumnMapping.Rows;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts while an import goes on. Of one thread. */
final class Tallying {
  private final Map<Rows, long[]> parts = new EnumMap<>(Rows.class);
  private long read;
  private long duplicates;
  private long rejected;
  private long archived;

  /** Goes on from earlier counts. */
  Tallying(Counts before) {
    read = before.read();
    duplicates = before.duplicates();
    rejected = before.rejected();
    archived = before.archived();
    for (PartCounts part : before.parts()) {
      parts.put(
          Rows.valueOf(part.rows().toUpperCase(Locale.ROOT)),
          new long[] {part.added(), part.changed(), part.unchanged(), part.skipped()});
    }
  }

  void read() {
    read++;
  }

  void duplicate() {
    duplicates++;
  }

  void rejected() {
    rejected++;
  }

  void archived(long customers) {
    archived += customers;
  }

  void outcome(Rows rows, Outcome outcome) {
    parts.computeIfAbsent(rows, _ -> new long[Outcome.values().length])[outcome.ordinal()]++;
  }

  private long sum(Outcome outcome) {
    return parts.values().stream().mapToLong(part -> part[outcome.ordinal()]).sum();
  }

  Counts counts() {
    List<PartCounts> list = new ArrayList<>();
    parts.forEach(
        (rows, part) ->
            list.add(
                new PartCounts(
                    rows.name().toLowerCase(Locale.ROOT), part[0], part[1], part[2], part[3])));
    return new Counts(
        read,
        sum(Outcome.ADDED),
        sum(Outcome.CHANGED),
        sum(Outcome.UNCHANGED),
        duplicates,
        rejected,
        archived,
        sum(Outcome.SKIPPED),
        0,
        list);
  }
}
