package dev.winnow.lucene;

import dev.winnow.engine.Question;
import dev.winnow.engine.Question.SortKey;
import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;

/** Turns sort keys into Lucene sort fields. Customers without a value come last, either way. */
final class HitSorter {
  private static final SortField BY_NUMBER =
      new SortField(CustomerDocuments.NUMBER, SortField.Type.LONG);

  private final Schema schema;
  private final Columns columns;

  HitSorter(Schema schema, Columns columns) {
    this.schema = schema;
    this.columns = columns;
  }

  /**
   * The order of a question's customers.
   *
   * @throws WinnowException {@link ProblemCode#INVALID_REQUEST} for fields that have no order
   */
  Sort sort(Question question) {
    List<SortField> fields = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < question.sort().size(); i++) {
      SortKey key = question.sort().get(i);
      Field field = schema.fields().get(key.field());
      String pointer = "/sort/" + i + "/field";
      if (field == null) {
        faults.add(Fault.at(pointer, "There is no field \"" + key.field() + "\"."));
      } else if (!isSortable(field)) {
        String title = schema.title();
        faults.add(
            new Fault(
                pointer,
                "Customers cannot be sorted by \"" + key.field() + "\".",
                "Sort by a number, money or date field, a keyword or tree with one value, or "
                    + title
                    + "."));
      } else {
        fields.add(sortField(field, key.descending()));
      }
    }
    WinnowException.throwIfAny(ProblemCode.INVALID_REQUEST, faults);
    if (!question.text().isEmpty()) {
      fields.add(SortField.FIELD_SCORE);
    }
    fields.add(BY_NUMBER);
    return new Sort(fields.toArray(SortField[]::new));
  }

  private boolean isSortable(Field field) {
    return switch (field) {
      case Field.Ordered _ -> true;
      case Field.Keyword _, Field.Tree _, Field.Bool _ -> !field.multi();
      case Field.Text _ -> field.name().equals(schema.title());
      case Field.Phone _, Field.Email _ -> false;
    };
  }

  private SortField sortField(Field field, boolean descending) {
    if (field instanceof Field.Ordered) {
      return new SortField(
          CustomerDocuments.amounts(field.name()),
          SortField.Type.LONG,
          descending,
          descending ? Long.MIN_VALUE : Long.MAX_VALUE);
    }
    if (CustomerDocuments.hasColumn(field)) {
      return new RankSource(field, schema, columns).getSortField(descending);
    }
    return new SortField(
        CustomerDocuments.sortKey(field.name()),
        SortField.Type.STRING,
        descending,
        descending ? SortField.STRING_FIRST : SortField.STRING_LAST);
  }
}
