package dev.winnow.http;

import dev.winnow.condition.Condition;
import dev.winnow.engine.FacetRequest;
import dev.winnow.engine.Question;
import dev.winnow.engine.Question.SortKey;
import java.util.List;

/**
 * The body of a search, read and checked.
 *
 * @param condition as written
 */
record SearchRequest(
    Condition condition,
    String text,
    List<FacetRequest> facets,
    List<SortKey> sort,
    int offset,
    int limit) {
  /** What the engine is asked, with the condition resolved. */
  Question question(Condition resolved) {
    return new Question(resolved, text, facets, sort, offset, limit);
  }
}
