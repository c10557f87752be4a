package dev.winnow.http;

import dev.winnow.condition.Canonical;
import dev.winnow.condition.Clauses;
import dev.winnow.condition.Condition;
import dev.winnow.engine.Engine;
import dev.winnow.schema.Records;
import dev.winnow.schema.Schema;
import java.util.List;
import java.util.Optional;

/** Leaves archived customers out of every question that does not ask for them. */
final class ArchivedScope {
  private final Engine engine;
  private final Optional<String> field;

  ArchivedScope(Engine engine, Schema schema) {
    this.engine = engine;
    this.field = schema.records().field(Records.Kind.ARCHIVED);
  }

  /** Whether a resolved condition says itself what it wants of archived customers. */
  boolean isAskedFor(Condition resolved) {
    return field.filter(name -> Clauses.mention(resolved, name)).isPresent();
  }

  /** The condition itself while nobody is archived, so that questions cost what they always did. */
  Condition leaveOut(Condition resolved) {
    return field
        .filter(engine::hasAny)
        .map(name -> new Condition.All(List.of(resolved, new Condition.Exists(name, false))))
        .map(Canonical::of)
        .orElse(resolved);
  }
}
