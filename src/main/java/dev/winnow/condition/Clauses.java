package dev.winnow.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The nodes of a condition with their places. */
public final class Clauses {
  private Clauses() {}

  /** A node and its JSON pointer in the form that {@link ConditionWriter} writes. */
  public record Clause(String pointer, Condition condition) {}

  /**
   * Every node, groups before their parts: the root at {@code pointer}, then {@code /all/0}, {@code
   * /all/1/not}, …
   */
  public static List<Clause> of(Condition condition, String pointer) {
    List<Clause> clauses = new ArrayList<>();
    add(condition, pointer, clauses);
    return clauses;
  }

  /** Whether the condition asks for the values of one of some worded fields. */
  public static boolean askFor(Condition condition, Set<String> fields) {
    for (Clause clause : of(condition, "")) {
      if ((clause.condition() instanceof Condition.In in && fields.contains(in.field()))
          || (clause.condition() instanceof Condition.Exists exists
              && fields.contains(exists.field()))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a clause of the condition speaks of a field that is not text. */
  public static boolean mention(Condition condition, String field) {
    return of(condition, "").stream().anyMatch(clause -> speaksOf(clause.condition(), field));
  }

  private static boolean speaksOf(Condition clause, String field) {
    return switch (clause) {
      case Condition.In in -> in.field().equals(field);
      case Condition.Range range -> range.field().equals(field);
      case Condition.Anniversary anniversary -> anniversary.field().equals(field);
      case Condition.Exists exists -> exists.field().equals(field);
      case Condition.All _, Condition.Any _, Condition.Not _ -> false;
      case Condition.Text _, Condition.InSegment _, Condition.Bucket _, Condition.Did _ -> false;
    };
  }

  private static void add(Condition condition, String pointer, List<Clause> clauses) {
    clauses.add(new Clause(pointer, condition));
    switch (condition) {
      case Condition.All(List<Condition> parts) -> addParts(parts, pointer + "/all/", clauses);
      case Condition.Any(List<Condition> parts) -> addParts(parts, pointer + "/any/", clauses);
      case Condition.Not(Condition part) -> add(part, pointer + "/not", clauses);
      case Condition.In _, Condition.Range _, Condition.Anniversary _, Condition.Exists _ -> {}
      case Condition.Text _, Condition.InSegment _, Condition.Bucket _, Condition.Did _ -> {}
    }
  }

  private static void addParts(List<Condition> parts, String prefix, List<Clause> clauses) {
    for (int i = 0; i < parts.size(); i++) {
      add(parts.get(i), prefix + i, clauses);
    }
  }
}
