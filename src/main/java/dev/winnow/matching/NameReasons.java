package dev.winnow.matching;

import dev.winnow.matching.NameComparison.Kind;
import dev.winnow.matching.NameComparison.Result;
import dev.winnow.matching.Profile.Value;
import dev.winnow.matching.Reason.Code;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the names of two customers say. Their own names are compared with each other, and all others
 * of both: a short or foreign name may agree where the own ones cannot be compared.
 */
final class NameReasons {
  static final double PERSON_SHARE = 0.55;
  static final double MOST_OF_OTHERS = 10;
  private static final double MOST_BESIDE_SHORT_FORM = 9;
  static final double MOST_BESIDE_FOREIGN = 12;
  private static final double MOST_AGAINST_OWN = 5;
  static final double OTHER_FORM = -3;
  static final double OTHER_CHINESE_FORM = -1;
  static final double SAME_FORM = 1;
  static final double OTHER_BRANCH = -14;
  static final double BRANCH_OR_NOT = -12;
  static final double OTHER_NUMBER = -14;
  static final double NUMBER_OR_NOT = -7;
  private static final double OTHER_PLACE = -5;

  /** What names say at most. */
  static final double MOST = NameComparison.SAME + SAME_FORM;

  private final Profile left;
  private final Profile right;
  private final Frequencies frequencies;
  private final List<Reason> reasons;

  NameReasons(Profile left, Profile right, Frequencies frequencies, List<Reason> reasons) {
    this.left = left;
    this.right = right;
    this.frequencies = frequencies;
    this.reasons = reasons;
  }

  private record Best(Value<Name> left, Value<Name> right, Result result, double weight) {}

  /** Adds the reasons. */
  void add() {
    if (left.names().isEmpty() || right.names().isEmpty()) {
      return;
    }
    Best own = compare(left.names().getFirst(), right.names().getFirst());
    Optional<Best> other = bestOther();
    if (own.result.kind() != Kind.INCOMPARABLE) {
      add(code(own.result.kind()), own.weight, own.left, own.right);
    }
    double rest = other.map(best -> besides(own, best)).orElse(0.0);
    if (rest > 0) {
      add(Code.OTHER_NAME, rest, other.get().left, other.get().right);
    }
    boolean sameScript = own.result.kind() != Kind.INCOMPARABLE;
    if (sameScript) {
      details(own);
    } else {
      other.ifPresent(this::details);
    }
  }

  private static Code code(Kind kind) {
    return kind == Kind.OTHER_TRADE ? Code.TRADE : Code.NAME;
  }

  /** What further names add to what the own ones say. */
  private double besides(Best own, Best other) {
    boolean sameScript = other.left.read().cjk() == own.left.read().cjk();
    double most = sameScript ? MOST_BESIDE_SHORT_FORM : Math.max(MOST_BESIDE_FOREIGN, own.weight);
    return switch (own.result.kind()) {
      case INCOMPARABLE -> Math.min(other.weight, MOST_OF_OTHERS);
      case SAME -> 0;
      case SIMILAR, SHORT_FORM -> Math.min(other.weight, most) - own.weight;
      case OTHER_TRADE -> Math.min(other.weight, MOST_AGAINST_OWN);
      case UNRELATED ->
          isOwn(other) && other.result.kind() == Kind.SAME
              ? Math.min(other.weight, MOST_BESIDE_SHORT_FORM) - own.weight
              : Math.min(other.weight, MOST_AGAINST_OWN);
    };
  }

  /** Whether what the one calls itself is a further name of the other. */
  private boolean isOwn(Best best) {
    return best.left.equals(left.names().getFirst()) || best.right.equals(right.names().getFirst());
  }

  private Optional<Best> bestOther() {
    Optional<Best> best = Optional.empty();
    for (int i = 0; i < left.names().size(); i++) {
      for (int j = 0; j < right.names().size(); j++) {
        if (i + j > 0) {
          Best each = compare(left.names().get(i), right.names().get(j));
          if (best.isEmpty() || rank(each) > rank(best.get())) {
            best = Optional.of(each);
          }
        }
      }
    }
    return best.filter(found -> found.weight > 0);
  }

  /** Of equal ones, names in another script say more: they were not written from each other. */
  private double rank(Best best) {
    boolean sameScript = best.left.read().cjk() == left.names().getFirst().read().cjk();
    return best.weight + (sameScript ? 0 : 0.1);
  }

  private Best compare(Value<Name> a, Value<Name> b) {
    Result result = NameComparison.of(a.read(), b.read());
    double weight = result.weight();
    if (weight > 0) {
      int common = frequencies.of(Keys.name(a.read()));
      weight = (left.person() || right.person() ? PERSON_SHARE : 1) * weight;
      weight = Math.max(Math.min(weight, 1), weight - Comparison.commonness(common));
    }
    return new Best(a, b, result, weight);
  }

  /** Branches, numbers, places and legal forms. */
  private void details(Best best) {
    Name a = best.left.read();
    Name b = best.right.read();
    if (!a.branch().equals(b.branch())) {
      boolean both = !a.branch().isEmpty() && !b.branch().isEmpty();
      add(Code.BRANCH, both ? OTHER_BRANCH : BRANCH_OR_NOT, best.left, best.right);
    }
    if (!a.numbers().equals(b.numbers())) {
      boolean one = a.numbers().isEmpty() || b.numbers().isEmpty();
      add(Code.NUMBER, one ? NUMBER_OR_NOT : OTHER_NUMBER, best.left, best.right);
    }
    boolean placed = !a.places().isEmpty() && !b.places().isEmpty();
    if (placed && isElsewhere(a.places(), b.places())) {
      add(Code.PLACE, OTHER_PLACE, best.left, best.right);
    }
    boolean formed = !a.form().isEmpty() && !b.form().isEmpty();
    if (formed && a.form().equals(b.form()) && best.result.kind() == Kind.SAME) {
      add(Code.LEGAL_FORM, SAME_FORM, best.left, best.right);
    } else if (formed && !a.form().equals(b.form())) {
      boolean chinese = a.form().endsWith("-cn") && b.form().endsWith("-cn");
      add(Code.LEGAL_FORM, chinese ? OTHER_CHINESE_FORM : OTHER_FORM, best.left, best.right);
    }
  }

  /** Whether neither name's places are among the other's: a province may be left out. */
  private static boolean isElsewhere(Set<String> one, Set<String> other) {
    return Collections.disjoint(one, other);
  }

  private void add(Code code, double weight, Value<Name> a, Value<Name> b) {
    reasons.add(new Reason(code, weight, a.written(), a.field(), b.written(), b.field()));
  }
}
