package dev.winnow.segment;

import dev.winnow.condition.Condition;
import dev.winnow.condition.ConditionResolver;
import dev.winnow.problem.Excerpt;
import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One change under way, within its transaction: the segments as they will be, and the rules that
 * they must keep.
 */
final class SegmentChange {
  private final NavigableMap<String, Segment> segments;
  private final SegmentTables tables;
  private final Conditions conditions;
  private final Clock clock;

  SegmentChange(
      NavigableMap<String, Segment> segments,
      SegmentTables tables,
      Conditions conditions,
      Clock clock) {
    this.segments = segments;
    this.tables = tables;
    this.conditions = conditions;
    this.clock = clock;
  }

  Segment find(String id) {
    return find(segments, id);
  }

  static Segment find(NavigableMap<String, Segment> segments, String id) {
    return Optional.ofNullable(segments.get(id))
        .orElseThrow(
            () ->
                new WinnowException(
                    ProblemCode.SEGMENT_NOT_FOUND,
                    "There is no segment with the id " + Excerpt.quoted(id) + "."));
  }

  Segment add(JsonNode body, String author) {
    Draft draft = DraftReader.read(conditions.reader(), segments::containsKey, body);
    refuseTakenId(draft.id());
    String id = draft.id().isEmpty() ? freeId(draft.name()) : draft.id();
    Instant now = clock.instant();
    Segment segment =
        new Segment(
            id,
            draft.name(),
            draft.folder(),
            draft.note(),
            conditions.save(draft.condition()),
            false,
            tables.lastVersion(id) + 1,
            author,
            now,
            author,
            now,
            draft.comment());
    return put(segment);
  }

  Segment edit(Segment before, JsonNode body, String author) {
    Draft draft = DraftReader.read(conditions.reader(), segments::containsKey, body);
    if (!draft.id().isEmpty() && !draft.id().equals(before.id())) {
      throw new WinnowException(
          ProblemCode.INVALID_SEGMENT,
          List.of(Fault.at("/id", "The id of a segment cannot be changed.")));
    }
    return next(
        before,
        draft.name(),
        draft.folder(),
        draft.note(),
        conditions.save(draft.condition()),
        before.archived(),
        author,
        draft.comment());
  }

  Segment restore(Segment before, int version, String author) {
    StoredSegment old =
        tables.version(before.id(), version).orElseThrow(() -> noVersion(before, version));
    return edit(before, body(old, "Restored from version " + version), author);
  }

  Segment copy(Segment source, String name, String author) {
    ObjectNode body = body(StoredSegment.of(source), "Cloned from " + source.id());
    return add(body.put("name", name), author);
  }

  Segment setArchived(Segment before, boolean archived, String author) {
    return next(
        before,
        before.name(),
        before.folder(),
        before.note(),
        before.saved(),
        archived,
        author,
        archived ? "Archived" : "Unarchived");
  }

  Segment delete(Segment segment) {
    List<Segment> users =
        segments.values().stream()
            .filter(other -> other.saved().references().contains(segment.id()))
            .toList();
    if (!users.isEmpty()) {
      throw new WinnowException(
          ProblemCode.SEGMENT_IN_USE,
          "The segment \""
              + segment.name()
              + "\" is referred to by "
              + users.stream().map(SegmentChange::named).collect(Collectors.joining(", "))
              + ". Change or delete them first.");
    }
    tables.delete(segment.id(), segment.version());
    segments.remove(segment.id());
    return segment;
  }

  private Segment next(
      Segment before,
      String name,
      String folder,
      String note,
      SavedCondition saved,
      boolean archived,
      String author,
      String comment) {
    if (name.equals(before.name())
        && folder.equals(before.folder())
        && note.equals(before.note())
        && saved.sameAs(before.saved())
        && archived == before.archived()) {
      return before;
    }
    return put(
        new Segment(
            before.id(),
            name,
            folder,
            note,
            saved,
            archived,
            before.version() + 1,
            before.createdBy(),
            before.createdAt(),
            author,
            clock.instant(),
            comment));
  }

  private Segment put(Segment segment) {
    refuseTakenName(segment);
    segments.put(segment.id(), segment);
    if (segment.saved() instanceof SavedCondition.Readable(var _, Condition condition)) {
      new ConditionResolver(id -> Optional.ofNullable(segments.get(id)).map(Segment::condition))
          .resolve(condition, LocalDate.now(clock), "/condition");
    }
    tables.put(StoredSegment.of(segment));
    return segment;
  }

  private void refuseTakenId(String id) {
    if (segments.containsKey(id)) {
      throw new WinnowException(
          ProblemCode.ALREADY_EXISTS,
          List.of(
              Fault.at("/id", "The id belongs to the segment " + named(segments.get(id)) + ".")));
    }
  }

  private void refuseTakenName(Segment segment) {
    String name = segment.name().toLowerCase(Locale.ROOT);
    if (segment.archived()) {
      return;
    }
    for (Segment other : segments.values()) {
      if (!other.archived()
          && !other.id().equals(segment.id())
          && other.name().toLowerCase(Locale.ROOT).equals(name)) {
        throw new WinnowException(
            ProblemCode.ALREADY_EXISTS,
            List.of(Fault.at("/name", "The name belongs to the segment " + named(other) + ".")));
      }
    }
  }

  private String freeId(String name) {
    return SegmentIds.free(
        name, id -> segments.containsKey(id) || tables.lastVersion(id) > 0, tables::nextUnnamed);
  }

  private WinnowException noVersion(Segment segment, int version) {
    int first = tables.versions(segment.id()).getFirst().version();
    return new WinnowException(
        ProblemCode.NOT_FOUND,
        List.of(
            Fault.at(
                "/version",
                "The segment has no version %d; it has %d to %d."
                    .formatted(version, first, segment.version()))));
  }

  private static ObjectNode body(StoredSegment segment, String comment) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("name", segment.name())
        .put("folder", segment.folder())
        .put("note", segment.note())
        .put("comment", comment)
        .set("condition", segment.condition());
  }

  private static String named(Segment segment) {
    String archived = segment.archived() ? ", archived" : "";
    return "\"" + segment.name() + "\" (" + segment.id() + archived + ")";
  }
}
