package dev.winnow.http;

import dev.winnow.condition.Condition;
import dev.winnow.condition.ConditionReader;
import dev.winnow.condition.ConditionResolver;
import dev.winnow.condition.ConditionWording;
import dev.winnow.problem.WinnowException;
import dev.winnow.schema.Language;
import dev.winnow.segment.Segment;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** Conditions between JSON, words and what the engine is asked. */
final class Conditions {
  private final Services services;
  private final ConditionReader reader;
  private final ConditionResolver resolver;
  private final ConditionWording wording;
  private final ArchivedScope archived;

  Conditions(Services services) {
    this.services = services;
    this.reader = new ConditionReader(services.schema());
    this.resolver = new ConditionResolver(services.segments()::condition);
    this.archived = new ArchivedScope(services.engine(), services.schema());
    this.wording = new ConditionWording(services.schema(), this::segmentName);
  }

  /** The condition as written, checked; everyone when there is none. */
  Condition read(Optional<JsonNode> json, String pointer, Faults faults) {
    return json.map(node -> faults.attempt(() -> reader.read(node, pointer), Condition.EVERYONE))
        .orElse(Condition.EVERYONE);
  }

  /**
   * The condition as the engine takes it, within what the caller may see and without archived
   * customers unless it speaks of them.
   */
  Condition resolve(Call call, Condition condition) {
    return resolve(call, condition, "");
  }

  /**
   * @param pointer of the condition in the body, for faults
   */
  Condition resolve(Call call, Condition condition, String pointer) {
    Condition resolved = resolve(call, condition, pointer, true);
    return archived.isAskedFor(resolved) ? resolved : archived.leaveOut(resolved);
  }

  /**
   * A condition that is part of another, or about one customer.
   *
   * @param archivedToo whether archived customers are asked about whatever the condition says
   */
  Condition resolve(Call call, Condition condition, String pointer, boolean archivedToo) {
    Condition resolved = resolver.resolve(call.within(condition), services.today(), pointer);
    return archivedToo ? resolved : archived.leaveOut(resolved);
  }

  /** Whether the condition speaks of archived customers. */
  boolean asksForArchived(Call call, Condition condition, String pointer) {
    return archived.isAskedFor(resolve(call, condition, pointer, true));
  }

  /** The condition of a segment, or empty when it no longer fits the fields. */
  Optional<Condition> tryResolve(Call call, Segment segment) {
    try {
      return Optional.of(resolve(call, segment.condition()));
    } catch (WinnowException e) {
      return Optional.empty();
    }
  }

  /** Writes {@code "wording": {"en": sentence, "zh": sentence}}. */
  void writeSentence(JsonGenerator json, Condition condition) {
    json.writeName("wording");
    inBoth(json, condition, wording::sentence);
  }

  /** Writes {@code "text": {"en": clause, "zh": clause}}. */
  void writeClause(JsonGenerator json, Condition condition) {
    json.writeName("text");
    inBoth(json, condition, wording::clause);
  }

  String sentence(Condition condition, Language language) {
    return wording.sentence(condition, language);
  }

  String clause(Condition condition, Language language) {
    return wording.clause(condition, language);
  }

  /** The language's name in JSON. */
  static String tag(Language language) {
    return language.name().toLowerCase(Locale.ROOT);
  }

  private static void inBoth(
      JsonGenerator json, Condition condition, BiFunction<Condition, Language, String> words) {
    json.writeStartObject();
    for (Language language : Language.values()) {
      json.writeStringProperty(tag(language), words.apply(condition, language));
    }
    json.writeEndObject();
  }

  private String segmentName(String id) {
    return services.segments().list().stream()
        .filter(segment -> segment.id().equals(id))
        .findFirst()
        .map(Segment::name)
        .orElse(id);
  }
}
