package dev.winnow.segment;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** A version of a segment as a row of a table: a {@link Segment} with its condition as JSON. */
record StoredSegment(
    String id,
    String name,
    String folder,
    String note,
    JsonNode condition,
    boolean archived,
    int version,
    String createdBy,
    Instant createdAt,
    String changedBy,
    Instant changedAt,
    String comment) {
  static StoredSegment of(Segment segment) {
    return new StoredSegment(
        segment.id(),
        segment.name(),
        segment.folder(),
        segment.note(),
        segment.saved().json(),
        segment.archived(),
        segment.version(),
        segment.createdBy(),
        segment.createdAt(),
        segment.changedBy(),
        segment.changedAt(),
        segment.comment());
  }

  Segment toSegment(SavedCondition saved) {
    return new Segment(
        id, name, folder, note, saved, archived, version, createdBy, createdAt, changedBy,
        changedAt, comment);
  }
}
