package dev.winnow.rules;

import dev.winnow.classify.CutPoints;
import dev.winnow.schema.Label;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A rule as a row of a table.
 *
 * @param version the newest; 0 when none was published
 * @param order what is being published and must be, even after a crash
 */
record StoredRule(
    String id,
    Label name,
    int tag,
    int version,
    boolean retired,
    Optional<Draft> draft,
    Optional<Order> order) {

  /** A draft. */
  record Draft(JsonNode definition, String savedBy, Instant savedAt) {}

  /**
   * A version to be published.
   *
   * @param cutPoints those of an earlier version; empty to find them
   * @param onlyIfChanged not when the cut points found are those that hold
   */
  record Order(
      JsonNode definition,
      Optional<CutPoints> cutPoints,
      String comment,
      String author,
      boolean onlyIfChanged) {}

  /** A published version as a row of a table. */
  record Version(
      int version,
      JsonNode definition,
      Optional<CutPoints> cutPoints,
      String comment,
      String publishedBy,
      Instant publishedAt,
      GradeSizes sizes) {}

  StoredRule with(Optional<Draft> next) {
    return new StoredRule(id, name, tag + 1, version, retired, next, order);
  }

  StoredRule named(Label next) {
    return new StoredRule(id, next, tag, version, retired, draft, order);
  }

  StoredRule ordered(Optional<Order> next) {
    return new StoredRule(id, name, tag + 1, version, retired, draft, next);
  }

  StoredRule retire() {
    return new StoredRule(id, name, tag + 1, version, true, draft, order);
  }

  StoredRule published(int next) {
    return new StoredRule(id, name, tag + 1, next, false, draft, Optional.empty());
  }
}
