package dev.winnow.http;

import dev.winnow.condition.Condition;
import dev.winnow.duplicates.Duplicates;
import dev.winnow.duplicates.FieldChoice;
import dev.winnow.duplicates.Pair;
import dev.winnow.duplicates.Pair.State;
import dev.winnow.duplicates.Settings;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Customers that may be in the list twice: found, looked at, decided on. */
final class DuplicateRoutes {
  private static final int MOST = 200;
  private static final int USUAL = 50;
  private static final int MAX_ID = 128;

  private final Services services;
  private final Duplicates duplicates;
  private final Conditions conditions;
  private final DuplicateJson json;

  DuplicateRoutes(Services services, Conditions conditions) {
    this.services = services;
    this.duplicates = services.duplicates();
    this.conditions = conditions;
    this.json = new DuplicateJson(services);
  }

  void search(Call call) {
    new Params(call.http()).check();
    JobRoutes.accepted(call, duplicates.search());
  }

  void list(Call call) {
    Params params = new Params(call.http(), "state", "limit", "after");
    Optional<String> state = params.choice("state", "review", "automatic", "distinct", "merged");
    int limit = params.integer("limit", 1, MOST).orElse(USUAL);
    Optional<String> after = params.text("after", 64);
    params.check();
    Settings settings = duplicates.settings();
    List<Pair> page = new ArrayList<>();
    boolean behind = after.isEmpty();
    Optional<String> next = Optional.empty();
    for (Pair pair : duplicates.list()) {
      boolean wanted = pair.state(settings).filter(found -> is(found, state)).isPresent() && behind;
      if (wanted && page.size() == limit) {
        next = Optional.of(page.getLast().id());
        break;
      }
      if (wanted && isSeen(call, pair)) {
        page.add(pair);
      }
      behind |= after.equals(Optional.of(pair.id()));
    }
    call.json(json.page(call, duplicates.counts(), page, next));
  }

  private static boolean is(State state, Optional<String> wanted) {
    return wanted.isEmpty()
        ? state == State.REVIEW || state == State.AUTOMATIC
        : state.code().equals(wanted.get());
  }

  void get(Call call) {
    new Params(call.http()).check();
    call.json(json.one(call, find(call)));
  }

  void merge(Call call) throws IOException {
    new Params(call.http()).check();
    Pair pair = find(call);
    Faults faults = new Faults();
    Input input = new Input(Body.json(call.http()), "", faults, Set.of("keep", "fields"));
    String keep =
        input.required("keep").flatMap(_ -> input.text("keep", MAX_ID)).orElse(pair.left());
    if (!keep.equals(pair.left()) && !keep.equals(pair.right())) {
      faults.add(
          "/keep", "This is none of the two customers.", pair.left() + " or " + pair.right() + ".");
    }
    Map<String, FieldChoice> choices = new LinkedHashMap<>();
    input.node("fields").ifPresent(fields -> read(fields, choices, faults));
    faults.throwIfAny();
    String survivor = duplicates.merge(pair.id(), keep, choices, call.caller().name());
    call.json(Json.bytes(Map.of("survivor", survivor)));
  }

  private static void read(JsonNode fields, Map<String, FieldChoice> choices, Faults faults) {
    if (!fields.isObject()) {
      faults.add("/fields", "This is no object.", "Fields with left, right or both.");
      return;
    }
    fields
        .properties()
        .forEach(
            entry ->
                FieldChoice.of(entry.getValue().stringValue(""))
                    .ifPresentOrElse(
                        choice -> choices.put(entry.getKey(), choice),
                        () ->
                            faults.add(
                                Input.child("/fields", entry.getKey()),
                                "This is no choice.",
                                "left, right or both.")));
  }

  void distinct(Call call) {
    new Params(call.http()).check();
    duplicates.distinct(find(call).id(), call.caller().name());
    call.json(json.one(call, find(call)));
  }

  void undo(Call call) {
    new Params(call.http()).check();
    duplicates.undo(find(call).id());
    call.json(json.one(call, find(call)));
  }

  void mergeAutomatic(Call call) {
    new Params(call.http()).check();
    JobRoutes.accepted(call, duplicates.mergeAutomatic(call.caller().name()));
  }

  void settings(Call call) {
    new Params(call.http()).check();
    answer(call);
  }

  void change(Call call) throws IOException {
    new Params(call.http()).check();
    Faults faults = new Faults();
    Input input = new Input(Body.json(call.http()), "", faults, Set.of("automatic", "review"));
    double automatic = score(input, "automatic", faults);
    double review = score(input, "review", faults);
    if (review > automatic) {
      faults.add("/review", "This is above automatic.", "At most " + automatic + ".");
    }
    faults.throwIfAny();
    duplicates.change(new Settings(automatic, review));
    answer(call);
  }

  private static double score(Input input, String name, Faults faults) {
    double value = input.required(name).map(node -> node.doubleValue(0)).orElse(1.0);
    if (!(value >= 0.01 && value <= 1)) {
      faults.add(input.at(name), "This is no score.", "A number from 0.01 to 1.");
      return 1;
    }
    return value;
  }

  private void answer(Call call) {
    Settings settings = duplicates.settings();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("automatic", settings.automatic());
    body.put("review", settings.review());
    call.json(Json.bytes(body));
  }

  private Pair find(Call call) {
    Pair pair = duplicates.get(call.path("id"));
    if (!isSeen(call, pair)) {
      throw new WinnowException(
          ProblemCode.DUPLICATE_NOT_FOUND, "There is no pair of customers with this id.");
    }
    return pair;
  }

  /** Whether both customers, or what they were merged into, may be seen by the caller. */
  private boolean isSeen(Call call, Pair pair) {
    Condition scope = conditions.resolve(call, Condition.EVERYONE);
    if (scope.equals(Condition.EVERYONE)) {
      return true;
    }
    List<String> ids =
        List.of(
            duplicates.survivor(pair.left()).orElse(pair.left()),
            duplicates.survivor(pair.right()).orElse(pair.right()));
    return services.engine().memberships(ids, List.of(scope)).getFirst().cardinality() == 2;
  }
}
