package dev.winnow.matching;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * The highest score that {@link Comparison} may give two customers, from their {@link Sketch}es
 * alone: some hundred times cheaper, and too low for nearly all that only share a key. What cannot
 * be told counts as well as it may turn out, and every value as rare. Serves one thread.
 */
public final class Ceiling {
  /** Sums of weights are not associative. */
  private static final double ROUNDING = 1e-6;

  private static final int NAME_SIZE = 8;

  private final MemorySegment left;
  private final MemorySegment right;
  private final double least;
  private long l;
  private long r;

  /**
   * @param left sketches, one behind the other
   * @param right sketches, one behind the other; may be the same
   * @param score that is to be reached, 0 to 1
   */
  public Ceiling(MemorySegment left, MemorySegment right, double score) {
    this.left = left;
    this.right = right;
    this.least = Resemblance.bits(score) - ROUNDING;
  }

  /**
   * Whether two customers may reach the score.
   *
   * @param leftAt where the one's sketch begins, in numbers
   * @param rightAt where the other's does
   */
  public boolean mayBeReached(long leftAt, long rightAt) {
    l = leftAt;
    r = rightAt;
    int one = left();
    int other = right();
    boolean persons = ((one | other) & Sketch.PERSON) != 0;
    double bits = birthdays(one, other) + regions() + phones(persons) + mailboxes(persons);
    int codes = agreement();
    bits += codes > 0 ? Comparison.SAME_CODE : codes < 0 ? Comparison.OTHER_CODE : 0;
    bits += contacts() + addresses();
    return bits + NameReasons.MOST >= least
        && bits + names(persons ? NameReasons.PERSON_SHARE : 1) >= least;
  }

  private int left() {
    return left.getAtIndex(ValueLayout.JAVA_INT, l++);
  }

  private int right() {
    return right.getAtIndex(ValueLayout.JAVA_INT, r++);
  }

  private int left(long at) {
    return left.getAtIndex(ValueLayout.JAVA_INT, l + at);
  }

  private int right(long at) {
    return right.getAtIndex(ValueLayout.JAVA_INT, r + at);
  }

  /**
   * Of the next section: 1 when both have an entry in common, -1 when they have none in common, 0
   * when one has none at all.
   */
  private int agreement() {
    int n = left();
    int m = right();
    int result = n == 0 || m == 0 ? 0 : -1;
    for (int i = 0; i < n && result < 0; i++) {
      for (int j = 0; j < m; j++) {
        if (left(i) == right(j)) {
          result = 1;
        }
      }
    }
    l += n;
    r += m;
    return result;
  }

  private double birthdays(int one, int other) {
    boolean same = left() == right();
    boolean both = (one & other & Sketch.BORN) != 0;
    return !both ? 0 : same ? Comparison.SAME_BIRTHDAY : Comparison.OTHER_BIRTHDAY;
  }

  private double regions() {
    int n = left();
    int m = right();
    int shorter = Math.min(n, m);
    int common = 0;
    while (common < shorter && left(common) == right(common)) {
      common++;
    }
    l += n;
    r += m;
    return Comparison.region(common, shorter);
  }

  private double phones(boolean persons) {
    int phones = agreement();
    double other = persons ? Comparison.OTHER_PHONE_OF_PERSON : Comparison.OTHER_PHONE;
    return phones > 0 ? Comparison.SAME_PHONE : phones < 0 ? other : 0;
  }

  /** The same domain is no news of those who have the same mailbox. */
  private double mailboxes(boolean persons) {
    int mailboxes = agreement();
    int hosts = agreement();
    int domains = agreement();
    if (mailboxes > 0) {
      return Comparison.SAME_MAILBOX;
    }
    double bits = mailboxes < 0 && persons ? Comparison.OTHER_MAILBOX_OF_PERSON : 0;
    if (hosts > 0) {
      return bits + Comparison.SAME_WEBSITE;
    }
    return bits
        + (domains > 0 ? Comparison.SAME_DOMAIN : domains < 0 ? Comparison.OTHER_DOMAIN : 0);
  }

  /** Only of names in Chinese can be told that they are not the same person's. */
  private double contacts() {
    int n = left();
    int m = right();
    double bits = n == 0 || m == 0 ? 0 : Comparison.OTHER_CONTACT;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < m; j++) {
        if (left(i) == right(j) || ((left(i) | right(j)) & Sketch.CJK) == 0) {
          bits = Comparison.SAME_CONTACT;
        }
      }
    }
    l += n;
    r += m;
    return bits;
  }

  private double addresses() {
    int n = left();
    int m = right();
    double bits = n == 0 || m == 0 ? 0 : Comparison.SAME_STREET;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < m; j++) {
        if (left(i) == right(j) && left(i) != 0) {
          bits = Comparison.SAME_HOUSE;
        }
      }
    }
    l += n;
    r += m;
    return bits;
  }

  private double names(double share) {
    int n = left();
    int m = right();
    if (n == 0 || m == 0) {
      return 0;
    }
    double branch = other(left(), right(), NameReasons.BRANCH_OR_NOT, NameReasons.OTHER_BRANCH);
    double number = other(left(), right(), NameReasons.NUMBER_OR_NOT, NameReasons.OTHER_NUMBER);
    double form = forms(left(), right());
    double own = share * name(0, 0);
    double others = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < m; j++) {
        if (i + j > 0) {
          others = Math.max(others, share * name((long) i * NAME_SIZE, (long) j * NAME_SIZE));
        }
      }
    }
    if (((left(0) ^ right(0)) & Sketch.CJK) != 0) {
      return Math.min(others, NameReasons.MOST_OF_OTHERS) + NameReasons.SAME_FORM;
    }
    double best = Math.max(own, Math.min(others, NameReasons.MOST_BESIDE_FOREIGN));
    return best + branch + number + form;
  }

  /** What is to be taken away when two hashes differ; 0 stands for nothing. */
  private static double other(int one, int other, double orNot, double both) {
    return one == other ? 0 : one == 0 || other == 0 ? orNot : both;
  }

  private static double forms(int one, int other) {
    if (one == 0 || other == 0) {
      return 0;
    }
    boolean chinese = (one & other & Sketch.CHINESE) != 0;
    return one == other
        ? NameReasons.SAME_FORM
        : chinese ? NameReasons.OTHER_CHINESE_FORM : NameReasons.OTHER_FORM;
  }

  /** What two names weigh at most, as {@link NameComparison} would say. */
  private double name(long a, long b) {
    boolean cjk = (left(a) & Sketch.CJK) != 0;
    if (cjk != ((right(b) & Sketch.CJK) != 0)) {
      return 0;
    }
    if (left(a) == right(b) || (!cjk && left(a + 1) == right(b + 1))) {
      return NameComparison.SAME;
    }
    int one = left(a + 3);
    int other = right(b + 3);
    int longer = Math.max(one, other);
    int characters =
        Integer.bitCount(left(a + 4) ^ right(b + 4)) + Integer.bitCount(left(a + 5) ^ right(b + 5));
    int distance = Math.max(1, Math.max(Math.abs(one - other), (characters + 1) / 2));
    if (cjk) {
      return left(a + 2) == right(b + 2)
          ? NameComparison.SHORT_FORM
          : Math.max(NameComparison.PART, NameComparison.han(distance, longer));
    }
    double cover = NameComparison.cover(left(a + 6), left(a + 7), right(b + 6), right(b + 7));
    return Math.max(
        Math.max(NameComparison.SHORT_FORM, NameComparison.latin(distance, longer)),
        cover >= NameComparison.LEAST_COVER ? NameComparison.covered(cover) : 0);
  }
}
