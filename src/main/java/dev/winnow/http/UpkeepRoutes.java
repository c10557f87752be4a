package dev.winnow.http;

import dev.winnow.condition.Condition;
import dev.winnow.condition.ConditionWriter;
import dev.winnow.engine.FacetCounts;
import dev.winnow.engine.FacetCounts.ValueCount;
import dev.winnow.engine.FacetRequest;
import dev.winnow.engine.Question;
import dev.winnow.http.UpkeepQuestions.Asked;
import dev.winnow.schema.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * How well customers are kept: how complete and how old they are, what is missing most, and whose
 * they are. Every number comes with the condition that selects its customers.
 */
final class UpkeepRoutes {
  private static final int MAX_DAYS = 36_500;
  private static final int USUAL_DAYS = 365;
  private static final int USUAL_BELOW = 80;
  private static final String USUAL_GROUP = "owner";
  private static final int MAX_NAME = 64;

  private final Services services;
  private final Conditions conditions;
  private final ConditionWriter writer;

  /**
   * The customers of one colleague, or of whatever they are grouped by; nobody's without a value.
   */
  private record Group(Optional<String> value, long customers, long stale, long incomplete) {}

  UpkeepRoutes(Services services, Conditions conditions) {
    this.services = services;
    this.conditions = conditions;
    this.writer = new ConditionWriter(services.schema());
  }

  void upkeep(Call call) {
    Params params = new Params(call.http(), "olderThan", "below", "by");
    int days = params.integer("olderThan", 1, MAX_DAYS).orElse(USUAL_DAYS);
    int below = params.integer("below", 1, 100).orElse(USUAL_BELOW);
    Optional<String> by = params.text("by", MAX_NAME);
    Optional<String> group = group(by, call);
    if (by.isPresent() && group.isEmpty()) {
      params.refuse("by", "A facet whose values are words, such as owner.");
    }
    params.check();
    UpkeepQuestions questions = new UpkeepQuestions(services.schema(), days, below);
    List<Asked> missing =
        questions.missing().stream().filter(each -> !call.mask().hides(each.name())).toList();
    Iterator<Long> counts = count(call, questions, missing);
    List<Group> groups = group.map(field -> groups(call, field, questions)).orElse(List.of());
    call.json(
        Json.write(
            json -> {
              json.writeStartObject();
              json.writeNumberProperty("olderThan", days);
              json.writeNumberProperty("below", below);
              json.writeName("by");
              group.ifPresentOrElse(json::writeString, json::writeNull);
              json.writeNumberProperty("customers", counts.next());
              write(json, "archived", questions.archived(), counts);
              write(json, "stale", questions.stale(), counts);
              write(json, "incomplete", questions.incomplete(), counts);
              write(json, "completeness", questions.completeness(), counts);
              write(json, "age", questions.age(), counts);
              writeMissing(json, missing, counts);
              writeGroups(json, groups);
              json.writeEndObject();
            }));
  }

  /** All at the same moment, in the order in which they are written. */
  private Iterator<Long> count(Call call, UpkeepQuestions questions, List<Asked> missing) {
    List<Condition> asked = new ArrayList<>();
    asked.add(Condition.EVERYONE);
    questions.archived().forEach(each -> asked.add(each.condition()));
    questions.stale().forEach(each -> asked.add(each.condition()));
    questions.incomplete().forEach(each -> asked.add(each.condition()));
    questions.completeness().forEach(each -> asked.add(each.condition()));
    questions.age().forEach(each -> asked.add(each.condition()));
    for (Asked each : missing) {
      asked.add(each.condition());
      asked.add(each.among());
    }
    List<Condition> resolved =
        asked.stream().map(condition -> conditions.resolve(call, condition)).toList();
    return services.engine().counts(resolved).iterator();
  }

  private Optional<String> group(Optional<String> by, Call call) {
    return services
        .schema()
        .field(by.orElse(USUAL_GROUP))
        .filter(field -> field instanceof Field.Keyword && field.facet())
        .map(Field::name)
        .filter(name -> !call.mask().hides(name));
  }

  private List<Group> groups(Call call, String field, UpkeepQuestions questions) {
    FacetCounts.Values all = values(call, field, Condition.EVERYONE);
    Map<String, Long> stale = new HashMap<>();
    Map<String, Long> incomplete = new HashMap<>();
    long ownerlessStale = add(call, field, questions.stale(), stale);
    long ownerlessIncomplete = add(call, field, questions.incomplete(), incomplete);
    List<Group> groups = new ArrayList<>();
    for (ValueCount value : all.values()) {
      groups.add(
          new Group(
              Optional.of(value.value()),
              value.count(),
              stale.getOrDefault(value.value(), 0L),
              incomplete.getOrDefault(value.value(), 0L)));
    }
    if (all.missing() > 0) {
      groups.add(new Group(Optional.empty(), all.missing(), ownerlessStale, ownerlessIncomplete));
    }
    return groups;
  }

  /** Adds up by value; returns how many have none. */
  private long add(Call call, String field, List<Asked> asked, Map<String, Long> counts) {
    long missing = 0;
    for (Asked each : asked) {
      FacetCounts.Values values = values(call, field, each.condition());
      values.values().forEach(value -> counts.merge(value.value(), value.count(), Long::sum));
      missing += values.missing();
    }
    return missing;
  }

  private FacetCounts.Values values(Call call, String field, Condition condition) {
    FacetRequest request = new FacetRequest(field, FacetRequest.MAX_LIMIT, "", List.of());
    Question question =
        new Question(conditions.resolve(call, condition), "", List.of(request), List.of(), 0, 0);
    return (FacetCounts.Values) services.engine().search(question).facets().getFirst();
  }

  private void write(JsonGenerator json, String name, List<Asked> asked, Iterator<Long> counts) {
    json.writeArrayPropertyStart(name);
    for (Asked each : asked) {
      json.writeStartObject();
      each.from().ifPresent(from -> json.writeNumberProperty("from", from));
      each.to().ifPresent(to -> json.writeNumberProperty("to", to));
      json.writeNumberProperty("count", counts.next());
      json.writeName("condition");
      json.writeTree(writer.write(each.condition()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeMissing(JsonGenerator json, List<Asked> missing, Iterator<Long> counts) {
    json.writeArrayPropertyStart("missing");
    for (Asked each : missing) {
      json.writeStartObject();
      json.writeStringProperty("field", each.name());
      json.writeNumberProperty("count", counts.next());
      json.writeNumberProperty("of", counts.next());
      json.writeName("condition");
      json.writeTree(writer.write(each.condition()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeGroups(JsonGenerator json, List<Group> groups) {
    json.writeArrayPropertyStart("groups");
    for (Group group : groups) {
      json.writeStartObject();
      json.writeName("value");
      group.value().ifPresentOrElse(json::writeString, json::writeNull);
      json.writeNumberProperty("customers", group.customers());
      json.writeNumberProperty("stale", group.stale());
      json.writeNumberProperty("incomplete", group.incomplete());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
