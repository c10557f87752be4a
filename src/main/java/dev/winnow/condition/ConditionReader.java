package dev.winnow.condition;

import dev.winnow.schema.Schema;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Reads a condition from its JSON form and checks it against the schema: nothing unknown, no wrong
 * type, no contradiction, nothing that is always empty. Safe for use by many threads.
 */
public final class ConditionReader {
  /** Groups within groups, the outermost clause counting as one. */
  public static final int MAX_DEPTH = 16;

  /** Clauses of one condition, groups included. */
  public static final int MAX_CLAUSES = 500;

  /** Values of one {@code in}. */
  public static final int MAX_VALUES = 10_000;

  private final Schema schema;
  private final Map<String, KnownValues> known;
  private final Optional<ActivityKind> ofActivities;

  public ConditionReader(Schema schema) {
    this.schema = schema;
    this.known = KnownValues.byField(schema);
    this.ofActivities = Optional.empty();
  }

  /** For conditions on the activities of a kind, as in {@link Condition.Did#where}. */
  public ConditionReader(ActivityKind kind) {
    this.schema = kind.attributes();
    this.known = KnownValues.byField(schema);
    this.ofActivities = Optional.of(kind);
  }

  /**
   * The condition as written: relative dates and references to segments are kept, labels of values
   * are replaced by the values, and bounds lie on the field's scale.
   *
   * @param pointer of {@code json} in the body; the faults' pointers begin with it
   * @throws dev.winnow.problem.WinnowException {@code INVALID_CONDITION} with all faults
   */
  public Condition read(JsonNode json, String pointer) {
    Faults faults = new Faults();
    ClauseReader reader =
        ofActivities
            .map(kind -> ClauseReader.ofActivities(kind, new ClauseBudget(faults), faults))
            .orElseGet(() -> new ClauseReader(schema, known, faults));
    Optional<Condition> read = reader.read(json, pointer);
    if (faults.none() && read.map(Canonical::of).filter(Condition.NOBODY::equals).isPresent()) {
      faults.add(pointer, "No customer can satisfy this.", "");
    }
    faults.throwIfAny(pointer);
    return read.orElseThrow();
  }
}
