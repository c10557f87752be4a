package dev.winnow.condition;

import dev.winnow.problem.Excerpt;
import dev.winnow.problem.Nearest;
import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import dev.winnow.schema.WordRules;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads the clauses that are about no single field: keyword queries, segments and samples. */
final class OtherClauseReader {
  private static final int LONGEST_QUERY = 256;
  private static final int LONGEST_SALT = 64;
  private static final Pattern SEGMENT_ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final List<String> BUCKET_KEYS = List.of("salt", "from", "to");

  private final Faults faults;
  private final List<String> searched;
  private final Schema schema;

  OtherClauseReader(Schema schema, Faults faults) {
    this.schema = schema;
    this.faults = faults;
    this.searched =
        schema.fields().values().stream()
            .filter(field -> field.traits().searched())
            .map(Field::name)
            .toList();
  }

  Optional<Condition> text(JsonNode json, String at) {
    if (searched.isEmpty()) {
      faults.add(at + "/text", "There is no text to look into.", "Use \"field\".");
      return Optional.empty();
    }
    Optional<String> query = string(json.get("text"), at + "/text", LONGEST_QUERY);
    Optional<List<String>> fields =
        json.has("fields") ? fields(json.get("fields"), at + "/fields") : Optional.of(List.of());
    return query.isPresent() && fields.isPresent()
        ? Optional.of(new Condition.Text(query.get(), fields.get()))
        : Optional.empty();
  }

  private Optional<List<String>> fields(JsonNode json, String at) {
    if (!json.isArray() || json.isEmpty()) {
      faults.add(
          at,
          "\"fields\" is a list of at least one field name.",
          "Leave it out to look into all searched fields.");
      return Optional.empty();
    }
    Set<String> names = new LinkedHashSet<>();
    boolean right = true;
    for (int i = 0; i < json.size(); i++) {
      String name = json.get(i).isString() ? json.get(i).stringValue() : json.get(i).toString();
      if (searched.contains(name)) {
        names.add(name);
      } else {
        right = false;
        notSearched(name, at + "/" + i);
      }
    }
    return right ? Optional.of(new ArrayList<>(names)) : Optional.empty();
  }

  private void notSearched(String name, String at) {
    String detail =
        schema.field(name).isPresent()
            ? "Keyword lookup does not look into the field " + Excerpt.quoted(name) + "."
            : "There is no field " + Excerpt.quoted(name) + ".";
    faults.add(at, detail, Nearest.hint(name, searched));
  }

  Optional<Condition> segment(JsonNode json, String at) {
    if (json.isString() && SEGMENT_ID.matcher(json.stringValue()).matches()) {
      return Optional.of(new Condition.InSegment(json.stringValue()));
    }
    faults.add(
        at,
        "This is not the id of a segment.",
        "An id has 1 to 64 lower-case letters, digits and hyphens.");
    return Optional.empty();
  }

  Optional<Condition> bucket(JsonNode json, String at) {
    if (!json.isObject()) {
      faults.add(
          at,
          "A bucket is a JSON object.",
          "Such as {\"salt\": \"spring\", \"from\": 0, \"to\": 10}.");
      return Optional.empty();
    }
    for (String key : json.propertyNames()) {
      if (!BUCKET_KEYS.contains(key)) {
        faults.add(
            at + Faults.step(key),
            "There is no key " + Excerpt.quoted(key) + " in a bucket.",
            Nearest.hint(key, BUCKET_KEYS));
      }
    }
    Optional<String> salt = string(json.path("salt"), at + "/salt", LONGEST_SALT);
    OptionalInt from = percent(json.path("from"), at + "/from");
    OptionalInt to = percent(json.path("to"), at + "/to");
    if (salt.isEmpty() || from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    if (from.getAsInt() >= to.getAsInt()) {
      faults.add(at, "The bucket is empty.", "\"from\" must be less than \"to\".");
      return Optional.empty();
    }
    return Optional.of(new Condition.Bucket(salt.get(), from.getAsInt(), to.getAsInt()));
  }

  private OptionalInt percent(JsonNode json, String at) {
    if (json.isIntegralNumber() && json.canConvertToInt()) {
      int value = json.intValue();
      if (value >= 0 && value <= Buckets.COUNT) {
        return OptionalInt.of(value);
      }
    }
    faults.add(at, "This is not a whole number from 0 to 100.", "");
    return OptionalInt.empty();
  }

  private Optional<String> string(JsonNode json, String at, int longest) {
    if (!json.isString() || WordRules.clean(json.stringValue()).isEmpty()) {
      faults.add(at, "This must be a string that is not empty.", "");
      return Optional.empty();
    }
    String text = WordRules.clean(json.stringValue());
    Optional<String> flaw = WordRules.flaw(text, longest);
    flaw.ifPresent(what -> faults.add(at, "The text " + what, ""));
    return flaw.isEmpty() ? Optional.of(text) : Optional.empty();
  }
}
