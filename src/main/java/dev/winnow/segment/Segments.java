package dev.winnow.segment;

import dev.winnow.condition.Condition;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.schema.Schema;
import dev.winnow.store.Database;
import java.time.Clock;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * All segments. A change is a new version and is on disk when the call returns; a change that would
 * alter nothing makes no version. Changes are made one after the other; reading never waits for
 * them. Safe for use by many threads.
 *
 * <p>Bodies are JSON objects with {@code name} and {@code condition}, and optionally {@code id},
 * {@code folder}, {@code note} and {@code comment}. All faults are reported at once: as
 * INVALID_CONDITION when only the condition has any, else as INVALID_SEGMENT.
 */
public final class Segments {
  private final Database database;
  private final SegmentTables tables;
  private final Conditions conditions;
  private final Clock clock;
  private final ReentrantLock changing = new ReentrantLock();
  private volatile NavigableMap<String, Segment> current;

  /** Loads all segments; conditions that no longer fit the schema are kept as broken. */
  public Segments(Database database, Schema schema, Clock clock) {
    this.database = database;
    this.tables = new SegmentTables(database);
    this.conditions = new Conditions(schema);
    this.clock = clock;
    NavigableMap<String, Segment> loaded = new TreeMap<>();
    tables.current().forEach(stored -> loaded.put(stored.id(), load(stored)));
    this.current = Collections.unmodifiableNavigableMap(loaded);
  }

  /** All segments, archived ones too, by folder and name. */
  public List<Segment> list() {
    return current.values().stream()
        .sorted(Comparator.comparing(Segment::folder).thenComparing(Segment::name))
        .toList();
  }

  /**
   * The current version.
   *
   * @throws WinnowException SEGMENT_NOT_FOUND
   */
  public Segment get(String id) {
    return SegmentChange.find(current, id);
  }

  /**
   * The condition of a segment as written, archived or not; empty when there is no such segment.
   *
   * @throws WinnowException INVALID_CONDITION when it no longer fits the fields
   */
  public Optional<Condition> condition(String id) {
    return Optional.ofNullable(current.get(id)).map(Segment::condition);
  }

  /**
   * Every version, the newest first.
   *
   * @throws WinnowException SEGMENT_NOT_FOUND
   */
  public List<Segment> versions(String id) {
    get(id);
    return tables.versions(id).reversed().stream().map(this::load).toList();
  }

  /**
   * Makes a segment; without an {@code id} in the body, one is made from the name.
   *
   * @throws WinnowException INVALID_SEGMENT, INVALID_CONDITION, or ALREADY_EXISTS when the id or
   *     the name is taken
   */
  public Segment create(JsonNode body, String author) {
    return change(change -> change.add(body, author));
  }

  /**
   * Replaces what the body gives; what it leaves out becomes empty.
   *
   * @param expectedVersion the version that was edited
   * @throws WinnowException SEGMENT_NOT_FOUND, STALE_VERSION when another change came first,
   *     INVALID_SEGMENT, INVALID_CONDITION, SEGMENT_CYCLE, or ALREADY_EXISTS when the name is taken
   */
  public Segment update(String id, int expectedVersion, JsonNode body, String author) {
    return change(
        change -> {
          Segment before = change.find(id);
          if (before.version() != expectedVersion) {
            throw stale(before, expectedVersion);
          }
          return change.edit(before, body, author);
        });
  }

  /**
   * Makes an earlier version the newest again; whether it is archived stays as it is.
   *
   * @throws WinnowException SEGMENT_NOT_FOUND, NOT_FOUND when there is no such version, and as
   *     {@link #update} when the version no longer fits
   */
  public Segment restore(String id, int version, String author) {
    return change(change -> change.restore(change.find(id), version, author));
  }

  /**
   * Makes another segment of this name with the same folder, note and condition.
   *
   * @throws WinnowException SEGMENT_NOT_FOUND, and as {@link #create}
   */
  public Segment clone(String id, String name, String author) {
    return change(change -> change.copy(change.find(id), name, author));
  }

  /**
   * Takes a segment off the list. It can still be referred to.
   *
   * @throws WinnowException SEGMENT_NOT_FOUND
   */
  public Segment archive(String id, String author) {
    return change(change -> change.setArchived(change.find(id), true, author));
  }

  /**
   * Puts an archived segment back on the list.
   *
   * @throws WinnowException SEGMENT_NOT_FOUND, or ALREADY_EXISTS when its name is taken meanwhile
   */
  public Segment unarchive(String id, String author) {
    return change(change -> change.setArchived(change.find(id), false, author));
  }

  /**
   * Removes a segment with all its versions.
   *
   * @throws WinnowException SEGMENT_NOT_FOUND, or SEGMENT_IN_USE naming the segments, archived ones
   *     too, that refer to it
   */
  public void delete(String id) {
    change(change -> change.delete(change.find(id)));
  }

  private Segment change(Function<SegmentChange, Segment> work) {
    changing.lock();
    try {
      NavigableMap<String, Segment> next = new TreeMap<>(current);
      SegmentChange change = new SegmentChange(next, tables, conditions, clock);
      Segment result = database.write(() -> work.apply(change));
      current = Collections.unmodifiableNavigableMap(next);
      return result;
    } finally {
      changing.unlock();
    }
  }

  private Segment load(StoredSegment stored) {
    return stored.toSegment(conditions.load(stored.condition()));
  }

  private static WinnowException stale(Segment now, int expectedVersion) {
    return new WinnowException(
        ProblemCode.STALE_VERSION,
        "Version %d is current, saved by %s at %s; you edited version %d."
            .formatted(now.version(), now.changedBy(), now.changedAt(), expectedVersion));
  }
}
