package dev.winnow.segment;

import dev.winnow.condition.Clauses;
import dev.winnow.condition.Condition;
import dev.winnow.condition.ConditionReader;
import dev.winnow.problem.Excerpt;
import dev.winnow.problem.Fault;
import dev.winnow.problem.Nearest;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.schema.WordRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Reads one body of a request to save a segment, with all of its faults. */
final class DraftReader {
  private static final List<String> KEYS =
      List.of("id", "name", "folder", "note", "condition", "comment");
  private static final int MAX_NAME = 200;
  private static final int MAX_FOLDER = 200;
  private static final int MAX_NOTE = 4000;
  private static final int MAX_COMMENT = 1000;

  private final ConditionReader conditions;
  private final Predicate<String> known;
  private final JsonNode body;
  private final List<Fault> faults = new ArrayList<>();

  private DraftReader(ConditionReader conditions, Predicate<String> known, JsonNode body) {
    this.conditions = conditions;
    this.known = known;
    this.body = body;
  }

  /**
   * @param known whether there is a segment of an id
   * @throws WinnowException INVALID_CONDITION when only the condition is wrong, else
   *     INVALID_SEGMENT
   */
  static Draft read(ConditionReader conditions, Predicate<String> known, JsonNode body) {
    return new DraftReader(conditions, known, body).read();
  }

  private Draft read() {
    if (!body.isObject()) {
      throw new WinnowException(ProblemCode.INVALID_SEGMENT, "A segment is a JSON object.");
    }
    refuseUnknownKeys();
    String id = id();
    String name = line("name", MAX_NAME);
    if (name.isEmpty() && faults.stream().noneMatch(fault -> fault.pointer().equals("/name"))) {
      faults.add(new Fault("/name", "The name is missing.", "It has 1 to 200 characters."));
    }
    String folder = line("folder", MAX_FOLDER);
    String note = lines("note", MAX_NOTE);
    String comment = line("comment", MAX_COMMENT);
    Optional<Condition> condition = condition();
    refuseIfFaulty();
    return new Draft(id, name, folder, note, condition.orElseThrow(), comment);
  }

  private void refuseIfFaulty() {
    boolean onlyCondition =
        faults.stream().allMatch(fault -> fault.pointer().startsWith("/condition"));
    WinnowException.throwIfAny(
        onlyCondition ? ProblemCode.INVALID_CONDITION : ProblemCode.INVALID_SEGMENT, faults);
  }

  private void refuseUnknownKeys() {
    for (String key : body.propertyNames()) {
      if (!KEYS.contains(key)) {
        faults.add(
            new Fault(
                "/" + key.replace("~", "~0").replace("/", "~1"),
                "A segment has no " + Excerpt.quoted(key) + ".",
                Nearest.hint(key, KEYS)));
      }
    }
  }

  private String id() {
    String id = string("id");
    if (!id.isEmpty() && !SegmentIds.isValid(id)) {
      faults.add(
          new Fault(
              "/id",
              "This is not an id.",
              "An id has 1 to 64 lower-case letters, digits and hyphens, the first no hyphen;"
                  + " leave it out to have one made from the name."));
    }
    return id;
  }

  private String line(String key, int longest) {
    String clean = WordRules.clean(string(key));
    WordRules.flaw(clean, longest).ifPresent(what -> add(key, what));
    return clean;
  }

  /** Text in which line ends and tabs are allowed. */
  private String lines(String key, int longest) {
    String clean = WordRules.clean(string(key)).replace("\r\n", "\n");
    String oneLine = clean.replace('\n', ' ').replace('\t', ' ');
    WordRules.flaw(oneLine, longest).ifPresent(what -> add(key, what));
    return clean;
  }

  private void add(String key, String what) {
    faults.add(Fault.at("/" + key, "The " + key + " " + what));
  }

  /** The string at the key; empty when there is none. */
  private String string(String key) {
    JsonNode value = body.path(key);
    if (value.isString()) {
      return value.stringValue();
    }
    if (!value.isMissingNode() && !value.isNull()) {
      faults.add(Fault.at("/" + key, "The " + key + " must be a string."));
    }
    return "";
  }

  private Optional<Condition> condition() {
    JsonNode json = body.path("condition");
    if (json.isMissingNode()) {
      faults.add(
          new Fault(
              "/condition",
              "The condition is missing.",
              "{\"all\": []} is the condition that every customer satisfies."));
      return Optional.empty();
    }
    try {
      Condition condition = conditions.read(json, "/condition");
      refuseUnknownReferences(condition);
      return Optional.of(condition);
    } catch (WinnowException e) {
      faults.addAll(e.faults());
      return Optional.empty();
    }
  }

  private void refuseUnknownReferences(Condition condition) {
    for (Clauses.Clause clause : Clauses.of(condition, "/condition")) {
      if (clause.condition() instanceof Condition.InSegment(String id) && !known.test(id)) {
        faults.add(
            Fault.at(
                clause.pointer() + "/segment",
                "There is no segment with the id " + Excerpt.quoted(id) + "."));
      }
    }
  }
}
