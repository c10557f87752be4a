package dev.winnow.segment;

import dev.winnow.store.Database;
import dev.winnow.store.Table;
import java.util.List;
import java.util.Optional;

/**
 * Where segments are stored: the current version by id, every version by id and number, and what
 * must outlive a segment. To be changed within a transaction.
 */
final class SegmentTables {
  private static final String UNNAMED = "unnamed";

  private final Table<StoredSegment> current;
  private final Table<StoredSegment> versions;
  private final Table<Integer> lastVersions;
  private final Table<Integer> counters;

  SegmentTables(Database database) {
    current = database.table("segments", StoredSegment.class);
    versions = database.table("segment-versions", StoredSegment.class);
    lastVersions = database.table("segment-last-versions", Integer.class);
    counters = database.table("segment-counters", Integer.class);
  }

  List<StoredSegment> current() {
    return current.values();
  }

  /** All versions of a segment, the oldest first. */
  List<StoredSegment> versions(String id) {
    return List.copyOf(versions.startingWith(id + "/").values());
  }

  Optional<StoredSegment> version(String id, int version) {
    return versions.get(key(id, version));
  }

  void put(StoredSegment segment) {
    current.put(segment.id(), segment);
    versions.put(key(segment.id(), segment.version()), segment);
  }

  void delete(String id, int lastVersion) {
    versions.startingWith(id + "/").keySet().forEach(versions::remove);
    current.remove(id);
    lastVersions.put(id, lastVersion);
  }

  /** The last version of a deleted segment of this id; 0 when there never was one. */
  int lastVersion(String deletedId) {
    return lastVersions.get(deletedId).orElse(0);
  }

  /** 1, 2, 3, … for segments whose name makes no id. */
  int nextUnnamed() {
    int next = counters.get(UNNAMED).orElse(0) + 1;
    counters.put(UNNAMED, next);
    return next;
  }

  /** Padded, so that the order of keys is the order of versions. */
  private static String key(String id, int version) {
    return "%s/%010d".formatted(id, version);
  }
}
