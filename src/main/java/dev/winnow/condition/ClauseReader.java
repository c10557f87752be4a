package dev.winnow.condition;

import dev.winnow.condition.Contradictions.Part;
import dev.winnow.problem.Excerpt;
import dev.winnow.problem.Nearest;
import dev.winnow.schema.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** One reading of a condition: walks the groups and gives each clause to the reader of its kind. */
final class ClauseReader {
  /** What may stand in the {@code where} of a clause about activities. */
  private static final Set<ClauseKind> OF_ACTIVITIES =
      EnumSet.of(ClauseKind.ALL, ClauseKind.ANY, ClauseKind.NOT, ClauseKind.FIELD, ClauseKind.TEXT);

  private final Schema schema;
  private final Set<ClauseKind> allowed;
  private final ClauseBudget budget;
  private final Faults faults;
  private final FieldClauseReader fieldClauses;
  private final OtherClauseReader otherClauses;

  private ClauseReader(
      Schema schema,
      Map<String, KnownValues> known,
      Set<ClauseKind> allowed,
      ClauseBudget budget,
      Faults faults) {
    this.schema = schema;
    this.allowed = allowed;
    this.budget = budget;
    this.faults = faults;
    this.fieldClauses = new FieldClauseReader(schema, known, faults);
    this.otherClauses = new OtherClauseReader(schema, faults);
  }

  /** For conditions on customers. */
  ClauseReader(Schema schema, Map<String, KnownValues> known, Faults faults) {
    this(schema, known, EnumSet.allOf(ClauseKind.class), new ClauseBudget(faults), faults);
  }

  /** For conditions on activities of a kind. */
  static ClauseReader ofActivities(ActivityKind kind, ClauseBudget budget, Faults faults) {
    Schema attributes = kind.attributes();
    return new ClauseReader(
        attributes, KnownValues.byField(attributes), OF_ACTIVITIES, budget, faults);
  }

  Optional<Condition> read(JsonNode json, String at) {
    return read(json, at, 1);
  }

  Optional<Condition> read(JsonNode json, String at, int depth) {
    if (!budget.take(at, depth)) {
      return Optional.empty();
    }
    if (!json.isObject()) {
      faults.add(at, "A clause is a JSON object.", "Such as {\"field\": …, \"in\": […]}.");
      return Optional.empty();
    }
    return kind(json, at).flatMap(kind -> read(kind, json, at, depth));
  }

  private Optional<ClauseKind> kind(JsonNode json, String at) {
    List<ClauseKind> kinds =
        Arrays.stream(ClauseKind.values()).filter(kind -> json.has(kind.key())).toList();
    if (kinds.size() > 1) {
      faults.add(
          at,
          "A clause is of one kind, but this has "
              + kinds.stream()
                  .map(kind -> Excerpt.quoted(kind.key()))
                  .collect(Collectors.joining(", "))
              + ".",
          "Put each into a clause of its own within \"all\".");
      return Optional.empty();
    }
    boolean known = true;
    for (String key : json.propertyNames()) {
      known &= known(key, kinds, at);
    }
    if (kinds.isEmpty() && known) {
      faults.add(
          at,
          json.isEmpty() ? "The clause is empty." : "The clause does not say what it is about.",
          json.isEmpty()
              ? "For everyone, write {\"all\": []}."
              : "\"field\" must name the field to compare.");
    }
    return known && !kinds.isEmpty() ? Optional.of(kinds.getFirst()) : Optional.empty();
  }

  private boolean known(String key, List<ClauseKind> kinds, String at) {
    List<String> keys = ClauseKind.keys();
    if (!keys.contains(key)) {
      faults.add(
          at + Faults.step(key),
          "There is no key " + Excerpt.quoted(key) + " in a clause.",
          hint(key));
      return false;
    }
    if (!kinds.isEmpty() && !kinds.getFirst().allows(key)) {
      String kind = kinds.getFirst().key();
      faults.add(
          at + Faults.step(key),
          "\"" + key + "\" does not go with \"" + kind + "\".",
          "Leave it out, or write a clause of its own.");
      return false;
    }
    return true;
  }

  private static String hint(String key) {
    return Nearest.of(key, ClauseKind.keys())
        .map(near -> "Did you mean " + Excerpt.quoted(near) + "?")
        .orElse("A clause has one of: " + String.join(", ", kindKeys()) + ".");
  }

  private static List<String> kindKeys() {
    return Arrays.stream(ClauseKind.values()).map(ClauseKind::key).toList();
  }

  private Optional<Condition> read(ClauseKind kind, JsonNode json, String at, int depth) {
    if (!allowed.contains(kind)) {
      faults.add(
          at + "/" + kind.key(),
          "\"" + kind.key() + "\" cannot be asked of an activity.",
          "One of: all, any, not, field, text.");
      return Optional.empty();
    }
    return switch (kind) {
      case ALL -> parts(json.get("all"), at + "/all", depth).map(parts -> all(parts));
      case ANY -> any(json.get("any"), at + "/any", depth);
      case NOT -> read(json.get("not"), at + "/not", depth + 1).map(Condition.Not::new);
      case FIELD -> fieldClauses.read(json, at);
      case TEXT -> otherClauses.text(json, at);
      case SEGMENT -> otherClauses.segment(json.get("segment"), at + "/segment");
      case BUCKET -> otherClauses.bucket(json.get("bucket"), at + "/bucket");
      case DID -> new DidClauseReader(budget, faults).read(json, at, depth);
    };
  }

  private Condition all(List<Part> parts) {
    Contradictions.report(schema, parts, faults);
    return new Condition.All(conditions(parts));
  }

  private Optional<Condition> any(JsonNode json, String at, int depth) {
    if (json.isArray() && json.isEmpty()) {
      faults.add(at, "An empty \"any\" matches no customer.", "Give at least one clause.");
      return Optional.empty();
    }
    return parts(json, at, depth).map(parts -> new Condition.Any(conditions(parts)));
  }

  private static List<Condition> conditions(List<Part> parts) {
    return parts.stream().map(Part::condition).toList();
  }

  private Optional<List<Part>> parts(JsonNode json, String at, int depth) {
    if (!json.isArray()) {
      faults.add(at, "A group is a JSON array of clauses.", "");
      return Optional.empty();
    }
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < json.size() && !budget.spent(); i++) {
      String part = at + "/" + i;
      read(json.get(i), part, depth + 1).ifPresent(c -> parts.add(new Part(part, c)));
    }
    return Optional.of(parts);
  }
}
