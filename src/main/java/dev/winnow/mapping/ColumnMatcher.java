package dev.winnow.mapping;

import dev.winnow.mapping.ColumnMapping.Rows;
import dev.winnow.mapping.Matched.Found;
import dev.winnow.mapping.Proposal.Reason;
import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds out which columns are which concepts, for rows of one kind. */
final class ColumnMatcher {
  /** Less is no reason to take a column for something. */
  static final double LEAST = 0.5;

  private static final double MENTIONED = 0.3;
  private static final double FIRST_COMES_FIRST = 1e-5;
  private static final double BOTH = 0.05;

  /** Of these a table may have several columns; each gives a value. */
  private static final Set<String> SEVERAL = Set.of("phone", "phone.fax", "email", "tags");

  private final Schema schema;
  private final ContentMatch content;
  private final List<Concept> others = Concepts.others();

  ColumnMatcher(Schema schema, ContentMatch content) {
    this.schema = schema;
    this.content = content;
  }

  /** A concept of one kind of rows. */
  private record Of(Rows rows, Concept concept, Optional<Field> field, boolean own) {}

  /**
   * The best reading of all columns together; one that fits well counts more than two that fit
   * half. It is for rows of a kind and the customers they tell.
   */
  Matched match(List<ColumnClues> columns, Rows rows) {
    List<Of> concepts = new ArrayList<>(concepts(rows, true));
    if (rows != Rows.CUSTOMERS) {
      concepts(Rows.CUSTOMERS, false).stream()
          .filter(of -> !CustomerPart.isOfActivities(of.concept().field()))
          .forEach(concepts::add);
    }
    boolean nameless = columns.stream().allMatch(column -> column.name().saysNothing());
    double[] other = columns.stream().mapToDouble(this::other).toArray();
    Found[][] scores = new Found[concepts.size()][columns.size()];
    double[][] worth = new double[concepts.size()][columns.size()];
    for (int i = 0; i < concepts.size(); i++) {
      for (int j = 0; j < columns.size(); j++) {
        scores[i][j] = score(concepts.get(i), columns.get(j), j, nameless);
        double score = scores[i][j].score();
        worth[i][j] =
            score < LEAST || score <= other[j] ? 0 : Math.pow(score, 3) - j * FIRST_COMES_FIRST;
      }
    }
    int[] best = Assignment.best(worth);
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < best.length; i++) {
      if (best[i] >= 0) {
        found.add(scores[i][best[i]]);
      }
    }
    addSeveral(found, scores, worth);
    return new Matched(columns, found, candidates(scores, columns.size()));
  }

  private List<Of> concepts(Rows rows, boolean own) {
    Schema fields = ActivityRows.schema(rows).orElse(schema);
    return Concepts.of(rows, schema).stream()
        .map(concept -> new Of(rows, concept, fields.field(concept.field()), own))
        .toList();
  }

  private double other(ColumnClues column) {
    return others.stream()
        .mapToDouble(concept -> NameMatch.of(column.name(), concept, true))
        .max()
        .orElse(0);
  }

  private Found score(Of of, ColumnClues column, int place, boolean nameless) {
    if (of.rows() == Rows.CUSTOMERS && column.ofThings()) {
      return new Found(place, of.rows(), of.concept(), 0, Reason.NONE);
    }
    double name = NameMatch.of(column.name(), of.concept(), of.own());
    double byName = name * content.allows(of.concept(), of.field(), column) * filled(of, column);
    double byValues =
        nameless && of.rows() != Rows.CUSTOMERS
            ? ActivityShape.speaks(of.concept(), column)
            : of.own() || !isListed(of) ? content.speaks(of.concept(), of.field(), column) : 0;
    if (nameless && of.rows() == Rows.CUSTOMERS && !of.own() && of.concept().is("id")) {
      byValues = ActivityShape.customer(column);
    }
    boolean known = of.field().filter(field -> field instanceof Field.Tree).isPresent();
    Reason why = known ? Reason.VALUES : Reason.CONTENT;
    if (byName >= byValues) {
      boolean same = name >= NameMatch.SAME && isOwnName(of, column);
      double score = Math.min(1, byName + (byValues > 0 ? BOTH : 0));
      return new Found(place, of.rows(), of.concept(), score, same ? Reason.NAME : Reason.SYNONYM);
    }
    return new Found(place, of.rows(), of.concept(), byValues, why);
  }

  /** What every row needs is rather the column that every row has. */
  private static double filled(Of of, ColumnClues column) {
    boolean needed = of.concept().is("time") || of.concept().is("id") || of.concept().is("order");
    long rows = Math.max(1, column.profile().rows());
    return needed ? 0.9 + 0.1 * column.profile().filled() / rows : 1;
  }

  /** Its values are known beforehand; those of a product could be taken for a customer's. */
  private static boolean isListed(Of of) {
    return of.field()
        .filter(field -> field instanceof Field.Tree || field instanceof Field.Keyword)
        .isPresent();
  }

  private static boolean isOwnName(Of of, ColumnClues column) {
    return of.field()
        .filter(
            field ->
                IntStream.range(0, Math.min(3, of.concept().names().size()))
                    .anyMatch(
                        i -> of.concept().names().get(i).compact().equals(column.name().compact())))
        .isPresent();
  }

  /** Further columns of what a customer may have several of. */
  private static void addSeveral(List<Found> found, Found[][] scores, double[][] worth) {
    for (int i = 0; i < scores.length; i++) {
      for (int j = 0; j < scores[i].length; j++) {
        int column = j;
        if (worth[i][j] > 0
            && SEVERAL.stream().anyMatch(scores[i][j].concept()::is)
            && found.stream().noneMatch(each -> each.column() == column)) {
          found.add(scores[i][j]);
        }
      }
    }
  }

  private static List<List<Found>> candidates(Found[][] scores, int columns) {
    List<List<Found>> candidates = new ArrayList<>();
    for (int j = 0; j < columns; j++) {
      List<Found> of = new ArrayList<>();
      for (Found[] row : scores) {
        if (row[j].score() >= MENTIONED) {
          of.add(row[j]);
        }
      }
      of.sort(Comparator.comparingDouble(Found::score).reversed());
      candidates.add(List.copyOf(of));
    }
    return candidates;
  }
}
