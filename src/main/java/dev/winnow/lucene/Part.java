package dev.winnow.lucene;

import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;

/**
 * One way in which a word can be found in one field.
 *
 * @param level how good a match is; the best way counts
 * @param units how many units at the beginning of the matched term were asked for, or 0 when all of
 *     it was
 */
record Part(Kind kind, Query query, float level, int units) {
  static Part whole(Kind kind, Query query, float level) {
    return new Part(kind, query, level, 0);
  }

  Query boosted(float factor) {
    return new BoostQuery(query, level * factor);
  }
}
