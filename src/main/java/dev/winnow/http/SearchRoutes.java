package dev.winnow.http;

import dev.winnow.condition.Condition;
import dev.winnow.engine.Answer;
import dev.winnow.engine.FacetCounts;
import dev.winnow.engine.FacetRequest;
import dev.winnow.engine.Hit;
import dev.winnow.engine.Question;
import dev.winnow.schema.Field;
import java.io.IOException;
import java.util.List;

/** The questions of a screen: search with facets, and suggestions while typing. */
final class SearchRoutes {
  private static final int MAX_SUGGESTIONS = 50;
  private static final int VALUES_PER_FACET = 3;

  private final Services services;
  private final Conditions conditions;
  private final SearchRequestReader requests;
  private final AnswerWriter answers;

  SearchRoutes(Services services, Conditions conditions) {
    this.services = services;
    this.conditions = conditions;
    this.requests = new SearchRequestReader(services.schema(), conditions);
    this.answers = new AnswerWriter(services.schema(), conditions);
  }

  void search(Call call) throws IOException {
    new Params(call.http()).check();
    SearchRequest request = requests.read(Body.json(call.http()));
    Condition resolved = conditions.resolve(call, request.condition(), "/condition");
    long start = System.nanoTime();
    Answer answer = services.engine().search(request.question(resolved));
    double millis = (System.nanoTime() - start) / 1e6;
    Condition everyone =
        conditions.resolve(
            call,
            Condition.EVERYONE,
            "",
            conditions.asksForArchived(call, request.condition(), "/condition"));
    long among =
        everyone.equals(Condition.EVERYONE)
            ? answer.everyone()
            : services.engine().counts(List.of(everyone)).getFirst();
    call.json(answers.search(call, request.condition(), answer, among, millis));
  }

  void suggest(Call call) {
    Params params = new Params(call.http(), "q", "limit");
    String typed = params.requiredText("q", SearchRequestReader.MAX_TEXT).strip();
    int limit = params.integer("limit", 1, MAX_SUGGESTIONS).orElse(8);
    params.check();
    Condition scope = conditions.resolve(call, Condition.EVERYONE);
    List<Hit> hits = typed.isEmpty() ? List.of() : services.engine().suggest(typed, scope, limit);
    List<FacetCounts.Values> facets = typed.isEmpty() ? List.of() : values(typed, scope);
    call.json(answers.suggestions(call, hits, facets, limit));
  }

  /** Facet values that contain what was typed. */
  private List<FacetCounts.Values> values(String typed, Condition scope) {
    List<FacetRequest> facets =
        services.schema().facets().stream()
            .filter(field -> field instanceof Field.Keyword || field instanceof Field.Tree)
            .map(field -> new FacetRequest(field.name(), VALUES_PER_FACET, typed, List.of()))
            .toList();
    Question question = new Question(scope, "", facets, List.of(), 0, 0);
    return services.engine().search(question).facets().stream()
        .filter(FacetCounts.Values.class::isInstance)
        .map(FacetCounts.Values.class::cast)
        .toList();
  }
}
