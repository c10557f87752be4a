package dev.winnow.matching;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How alike two names are, apart from places, numbers, branches and legal forms.
 *
 * <p>The same words weigh {@link #SAME} bits. Typing errors cost more the shorter the name is,
 * since one character of a short Chinese name makes another company. Companies of a group share
 * their telling word and differ in their trade: that speaks against being one. A name that is
 * contained in the other may be its short form: that speaks for it, but not by itself.
 */
final class NameComparison {
  /** Bits of the same rare name. */
  static final double SAME = 13;

  static final double SHORT_FORM = 5;
  static final double PART = 2;
  private static final double OTHER_TRADE = -8;
  private static final double UNRELATED = -7;
  private static final double LITTLE_ALIKE = -3;
  private static final double GENERIC_WEIGHT = 0.4;
  private static final int LEAST_FUZZY = 4;

  /** The part of the words from which on names are similar. */
  static final double LEAST_COVER = 0.8;

  private static final double NONE = Double.NEGATIVE_INFINITY;

  /** How much names are alike. */
  enum Kind {
    SAME,
    SIMILAR,
    SHORT_FORM,
    OTHER_TRADE,
    UNRELATED,
    /** In different scripts: nothing can be said. */
    INCOMPARABLE
  }

  /**
   * What came of it.
   *
   * @param weight in bits, for rare names of companies
   */
  record Result(Kind kind, double weight) {}

  private NameComparison() {}

  static Result of(Name a, Name b) {
    if (a.cjk() != b.cjk()) {
      return new Result(Kind.INCOMPARABLE, 0);
    }
    String left = a.joined();
    String right = b.joined();
    if (left.equals(right) || (!a.cjk() && a.key().equals(b.key()))) {
      return new Result(Kind.SAME, SAME);
    }
    return a.cjk() ? han(a, b, left, right) : latin(a, b, left, right);
  }

  private static Result han(Name a, Name b, String left, String right) {
    String one = String.join("", a.distinct());
    String other = String.join("", b.distinct());
    if (one.equals(other)) {
      return trades(a, b);
    }
    int longer = Math.max(left.length(), right.length());
    int distance = longer < LEAST_FUZZY ? longer : Texts.distance(left, right);
    double similar = han(distance, longer);
    if (similar > NONE) {
      return new Result(Kind.SIMILAR, similar);
    }
    if (withPlaces(a).length() >= LEAST_FUZZY
        && Texts.distance(withPlaces(a), withPlaces(b)) == 1) {
      return new Result(Kind.SIMILAR, PART);
    }
    boolean begins = one.startsWith(other) || other.startsWith(one);
    if (begins && Math.min(one.length(), other.length()) >= 2) {
      return new Result(Kind.SHORT_FORM, PART);
    }
    return new Result(Kind.UNRELATED, distance * 2 <= longer ? LITTLE_ALIKE : UNRELATED);
  }

  /** What Chinese names with so many typing errors weigh; {@link #NONE} when they are too many. */
  static double han(int distance, int longer) {
    return distance == 1 || (distance == 2 && longer >= 8)
        ? SAME * (1 - 2.8 * distance / longer)
        : NONE;
  }

  /** The same of names in other scripts. */
  static double latin(int distance, int longer) {
    return longer > LEAST_FUZZY && distance <= (longer < 10 ? 1 : 2)
        ? SAME * (1 - 1.7 * distance / longer)
        : NONE;
  }

  /** What names weigh of which so much of the words is the same. */
  static double covered(double cover) {
    return SAME * (cover - 0.1);
  }

  /** How much of the words may be the same at most, by the numbers of telling ones and others. */
  static double cover(int distinct, int generic, int otherDistinct, int otherGeneric) {
    return weight(Math.min(distinct, otherDistinct), Math.min(generic, otherGeneric))
        / Math.max(weight(distinct, generic), weight(otherDistinct, otherGeneric));
  }

  /** A typing error may hide where the place ends. */
  private static String withPlaces(Name name) {
    return String.join("", new TreeSet<>(name.places())) + name.joined();
  }

  /** Of two names whose telling words are the same. */
  private static Result trades(Name a, Name b) {
    Set<String> one = new HashSet<>(a.generic());
    Set<String> other = new HashSet<>(b.generic());
    String left = String.join("", a.generic());
    String right = String.join("", b.generic());
    if (one.containsAll(other) || other.containsAll(one)) {
      return new Result(Kind.SHORT_FORM, SHORT_FORM);
    }
    boolean contained = left.contains(right) || right.contains(left);
    return contained
        ? new Result(Kind.SHORT_FORM, SHORT_FORM)
        : new Result(Kind.OTHER_TRADE, OTHER_TRADE);
  }

  private static Result latin(Name a, Name b, String left, String right) {
    int longer = Math.max(left.length(), right.length());
    int distance = Math.abs(left.length() - right.length()) > 2 ? 3 : Texts.distance(left, right);
    double similar = latin(distance, longer);
    if (similar > NONE) {
      return new Result(Kind.SIMILAR, similar);
    }
    double one = weight(a);
    double other = weight(b);
    double common = common(a.distinct(), b.distinct(), 1);
    double trades = common(a.generic(), b.generic(), GENERIC_WEIGHT);
    boolean sameDistinct = common > 0.95 * Math.max(a.distinct().size(), b.distinct().size());
    if (sameDistinct && (!a.generic().isEmpty() || !b.generic().isEmpty())) {
      return trades(a, b);
    }
    double cover = (common + trades) / Math.max(one, other);
    if (cover >= LEAST_COVER) {
      return new Result(Kind.SIMILAR, covered(cover));
    }
    if (isAcronym(a, right) || isAcronym(b, left)) {
      return new Result(Kind.SHORT_FORM, PART);
    }
    int fewer = Math.min(a.distinct().size(), b.distinct().size());
    if (common > 0.95 * fewer && fewer > 0) {
      return new Result(Kind.SHORT_FORM, fewer > 1 ? SHORT_FORM : PART);
    }
    return new Result(Kind.UNRELATED, cover >= 0.5 ? LITTLE_ALIKE : UNRELATED);
  }

  private static double weight(Name name) {
    return weight(name.distinct().size(), name.generic().size());
  }

  private static double weight(int distinct, int generic) {
    return distinct + GENERIC_WEIGHT * generic;
  }

  /** How many words of the one are among the other's, each alike one counted in part. */
  private static double common(List<String> one, List<String> other, double weight) {
    List<String> left = new ArrayList<>(other);
    List<String> unequal = new ArrayList<>(one);
    unequal.removeIf(left::remove);
    double sum = weight * (one.size() - unequal.size());
    for (String word : unequal) {
      double best = 0;
      int at = -1;
      for (int i = 0; i < left.size(); i++) {
        double alike = alike(word, left.get(i));
        if (alike > best) {
          best = alike;
          at = i;
        }
      }
      if (at >= 0) {
        left.remove(at);
        sum += best * weight;
      }
    }
    return sum;
  }

  /** 1 for the same word, less for a typing error or an initial, 0 for another word. */
  private static double alike(String a, String b) {
    if (a.equals(b)) {
      return 1;
    }
    int longer = Math.max(a.length(), b.length());
    if (Math.min(a.length(), b.length()) == 1) {
      return a.charAt(0) == b.charAt(0) ? 0.7 : 0;
    }
    if (longer < LEAST_FUZZY || Math.abs(a.length() - b.length()) > 2) {
      return 0;
    }
    int distance = Texts.distance(a, b);
    return distance <= (longer < 8 ? 1 : 2) ? 1 - (double) distance / longer : 0;
  }

  private static boolean isAcronym(Name name, String other) {
    List<String> words = new ArrayList<>(name.distinct());
    words.addAll(name.generic());
    if (words.size() < 3 || words.size() != other.length()) {
      return false;
    }
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).charAt(0) != other.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
