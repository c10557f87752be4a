package dev.winnow.lucene;

import dev.winnow.activity.Activity;
import dev.winnow.activity.ActivityFilter;
import dev.winnow.condition.ActivityKind;
import dev.winnow.condition.Condition;
import dev.winnow.schema.Field;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/**
 * Evaluates conditions on the attributes of one kind of activity, on activities of that kind. It
 * agrees with {@link ActivityFilter}, which it asks about texts.
 */
final class ActivityEvaluation extends Evaluation {
  private final ActivityDocuments documents;
  private final ActivityFilter filter;

  ActivityEvaluation(ActivityKind kind, ActivityDocuments documents, ActivityFilter filter) {
    super(kind.attributes(), new Columns(kind.attributes()), new KeywordQuery(kind.attributes()));
    this.documents = documents;
    this.filter = filter;
  }

  /** The activities that satisfy a resolved condition; those of other kinds perhaps among them. */
  FixedBitSet evaluate(ActivitySelection activities, Condition condition) throws IOException {
    return part(activities, condition);
  }

  @Override
  FixedBitSet part(Documents activities, Condition condition) throws IOException {
    return condition instanceof Condition.Text text
        ? saying((ActivitySelection) activities, text)
        : compute(activities, condition);
  }

  /** Those whose text the filter lets pass; the few that have one are read from their sources. */
  private FixedBitSet saying(ActivitySelection activities, Condition.Text text) throws IOException {
    FixedBitSet set = activities.matching(ActivityDocuments.has(ActivityDocuments.TEXT));
    StoredFields stored = activities.leaf().reader().storedFields();
    for (int i = 0; i < activities.size(); i++) {
      if (set.get(i)) {
        StoredState state = StoredState.read(activities.leaf().reader(), stored, activities.doc(i));
        Activity activity = documents.decode(state.source());
        if (!filter.matches(text, activity)) {
          set.clear(i);
        }
      }
    }
    return set;
  }

  @Override
  FixedBitSet in(Documents activities, Field field, List<String> values) throws IOException {
    List<BytesRef> terms = values.stream().map(BytesRef::new).toList();
    return activities.matching(new TermInSetQuery(ActivityDocuments.terms(field.name()), terms));
  }

  @Override
  FixedBitSet existing(Documents activities, Field field) throws IOException {
    return switch (field) {
      case Field.Ordered ordered -> activities.between(ordered, Long.MIN_VALUE, Long.MAX_VALUE);
      case Field.Bool _ -> in(activities, field, List.of("true", "false"));
      case Field.Worded _ -> activities.matching(ActivityDocuments.has(field.name()));
    };
  }
}
