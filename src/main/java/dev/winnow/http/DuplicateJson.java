package dev.winnow.http;

import dev.winnow.customer.Customer;
import dev.winnow.customer.CustomerCodec;
import dev.winnow.duplicates.Duplicates;
import dev.winnow.duplicates.Duplicates.Both;
import dev.winnow.duplicates.Merge;
import dev.winnow.duplicates.Pair;
import dev.winnow.duplicates.Pair.State;
import dev.winnow.exports.CustomerDocument;
import dev.winnow.matching.Reason;
import dev.winnow.matching.Resemblance;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** Writes pairs of customers, with the reasons as they are now. */
final class DuplicateJson {
  private final Duplicates duplicates;
  private final CustomerCodec codec;

  DuplicateJson(Services services) {
    this.duplicates = services.duplicates();
    this.codec = new CustomerCodec(services.schema());
  }

  /** A page of pairs; those of customers that are gone meanwhile are left out. */
  byte[] page(Call call, Map<State, Integer> counts, List<Pair> pairs, Optional<String> next) {
    return Json.write(
        json -> {
          json.writeStartObject();
          json.writeObjectPropertyStart("counts");
          counts.forEach((state, count) -> json.writeNumberProperty(state.code(), count));
          json.writeEndObject();
          json.writeArrayPropertyStart("pairs");
          for (Pair pair : pairs) {
            duplicates.both(pair).ifPresent(both -> write(json, call, pair, both));
          }
          json.writeEndArray();
          json.writeName("next");
          next.ifPresentOrElse(json::writeString, json::writeNull);
          json.writeEndObject();
        });
  }

  byte[] one(Call call, Pair pair) {
    Both both =
        duplicates
            .both(pair)
            .orElseThrow(
                () ->
                    new WinnowException(
                        ProblemCode.DUPLICATE_NOT_FOUND, "One of the two customers is gone."));
    return Json.write(json -> write(json, call, pair, both));
  }

  private void write(JsonGenerator json, Call call, Pair pair, Both both) {
    Resemblance resemblance = duplicates.compare(both.left(), both.right());
    Optional<State> state = pair.state(duplicates.settings());
    json.writeStartObject();
    json.writeStringProperty("id", pair.id());
    json.writeNumberProperty("score", rounded(resemblance.score()));
    json.writeStringProperty("state", state.orElse(State.REVIEW).code());
    json.writeBooleanProperty("differentCodes", resemblance.differentCodes());
    json.writeArrayPropertyStart("reasons");
    resemblance.reasons().forEach(reason -> write(json, call, reason));
    json.writeEndArray();
    json.writeName("left");
    write(json, call, both.left());
    json.writeName("right");
    write(json, call, both.right());
    json.writeName("decidedBy");
    pair.by().ifPresentOrElse(json::writeString, json::writeNull);
    json.writeName("decidedAt");
    pair.at().ifPresentOrElse(at -> json.writeString(at.toString()), json::writeNull);
    both.merge().ifPresent(merge -> write(json, merge));
    json.writeEndObject();
  }

  private void write(JsonGenerator json, Merge merge) {
    json.writeStringProperty("survivor", merge.survivor());
    Optional<String> changed = duplicates.changedSince(merge);
    json.writeBooleanProperty("undoable", changed.isEmpty());
    changed.ifPresent(text -> json.writeStringProperty("changed", text));
  }

  private static void write(JsonGenerator json, Call call, Reason reason) {
    boolean hidden =
        call.mask().hides(reason.leftField()) || call.mask().hides(reason.rightField());
    json.writeStartObject();
    json.writeStringProperty("code", reason.code().text());
    json.writeNumberProperty("weight", rounded(reason.weight()));
    json.writeStringProperty("left", hidden ? "" : reason.left());
    json.writeStringProperty("right", hidden ? "" : reason.right());
    json.writeEndObject();
  }

  private void write(JsonGenerator json, Call call, Customer customer) {
    json.writeStartObject();
    json.writeStringProperty("id", customer.id());
    json.writeName("fields");
    codec.write(json, CustomerDocument.visible(customer, call.mask()));
    json.writeEndObject();
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
