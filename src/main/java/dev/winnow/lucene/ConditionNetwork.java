package dev.winnow.lucene;

import static dev.winnow.lucene.CompiledConditions.ALL;
import static dev.winnow.lucene.CompiledConditions.ANY;
import static dev.winnow.lucene.CompiledConditions.NOT;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.lucene.util.FixedBitSet;

/**
 * Decides many conditions for one customer, looking only at those that its clauses have a say in.
 * It is known beforehand which conditions are satisfied by a customer for which no clause holds.
 * For any other customer a condition can be otherwise only if certain clauses hold, one at least:
 * they wake it, and what is not awake is not looked at.
 *
 * <p>Few clauses suffice. As long as one part of an {@code all} fails, the others do not matter, so
 * it is left to the clauses of a single part to wake it, the one that seems least likely to come
 * true. The same goes for an {@code any} of which a part holds. Immutable.
 */
final class ConditionNetwork {
  /** Where a group's parts are, behind its place. */
  private static final int PARTS = 3;

  /** By number of a clause, where the conditions that it wakes begin. */
  private final int[] first;

  /** The conditions that each clause wakes. */
  private final int[] woken;

  /** The conditions that are satisfied when no clause holds. */
  private final FixedBitSet unasked;

  /**
   * The groups, as in {@link CompiledConditions#program}; but a part, if it is a group itself, is
   * the complement of its place here.
   */
  private final int[] groups;

  /** For each condition its clause or, as the complement of its place, its group. */
  private final int[] roots;

  /**
   * @param program the groups, as in {@link CompiledConditions#program}
   * @param roots for each condition the number of its clause or group
   * @param likely by number, how likely a clause is to hold, with room for clauses and groups; only
   *     time depends on it
   */
  ConditionNetwork(int[] program, int[] roots, double[] likely) {
    groups = program.clone();
    int[] nodes = IntStream.range(0, likely.length).toArray();
    int[][] wakers = new int[likely.length][];
    Arrays.setAll(wakers, clause -> new int[] {clause});
    FixedBitSet none = new FixedBitSet(likely.length);
    for (int at = 0; at < groups.length; at = end(at)) {
      for (int i = at + PARTS; i < end(at); i++) {
        groups[i] = nodes[program[i]];
      }
      int group = program[at + 1];
      nodes[group] = ~at;
      wakers[group] = wakers(at, program, wakers, likely, none);
    }
    this.roots = Arrays.stream(roots).map(root -> nodes[root]).toArray();
    unasked = new FixedBitSet(roots.length);
    first = new int[likely.length + 1];
    for (int condition = 0; condition < roots.length; condition++) {
      if (holds(this.roots[condition], none)) {
        unasked.set(condition);
      }
      for (int clause : wakers[roots[condition]]) {
        first[clause + 1]++;
      }
    }
    for (int clause = 0; clause < likely.length; clause++) {
      first[clause + 1] += first[clause];
    }
    woken = woken(roots, wakers);
  }

  private int[] woken(int[] roots, int[][] wakers) {
    int[] next = first.clone();
    int[] all = new int[next[next.length - 1]];
    for (int condition = 0; condition < roots.length; condition++) {
      for (int clause : wakers[roots[condition]]) {
        all[next[clause]++] = condition;
      }
    }
    return all;
  }

  /** The clauses of which one must hold for a group to be otherwise than when none does. */
  private int[] wakers(int at, int[] program, int[][] wakers, double[] likely, FixedBitSet none) {
    boolean decisive = decisive(groups[at]);
    return parts(at)
        .filter(i -> groups[at] != NOT && holds(groups[i], none) == decisive)
        .mapToObj(i -> wakers[program[i]])
        .min(
            Comparator.comparingDouble(
                some -> Arrays.stream(some).mapToDouble(i -> likely[i]).sum()))
        .orElseGet(() -> parts(at).flatMap(i -> Arrays.stream(wakers[program[i]])).toArray());
  }

  /**
   * The conditions that a customer satisfies.
   *
   * @param clauses those that hold for it
   */
  FixedBitSet satisfied(FixedBitSet clauses) {
    FixedBitSet satisfied = unasked.clone();
    long[] awake = awake(clauses);
    for (int word = 0; word < awake.length; word++) {
      for (long rest = awake[word]; rest != 0; rest &= rest - 1) {
        int condition = word << 6 | Long.numberOfTrailingZeros(rest);
        if (holds(roots[condition], clauses)) {
          satisfied.set(condition);
        } else {
          satisfied.clear(condition);
        }
      }
    }
    return satisfied;
  }

  private long[] awake(FixedBitSet clauses) {
    FixedBitSet awake = new FixedBitSet(roots.length);
    long[] holding = clauses.getBits();
    for (int word = 0; word < holding.length; word++) {
      for (long rest = holding[word]; rest != 0; rest &= rest - 1) {
        int clause = word << 6 | Long.numberOfTrailingZeros(rest);
        for (int i = first[clause]; i < first[clause + 1]; i++) {
          awake.set(woken[i]);
        }
      }
    }
    return awake.getBits();
  }

  /** Whether a clause holds or, by the complement of its place, a group does. */
  private boolean holds(int node, FixedBitSet clauses) {
    if (node >= 0) {
      return clauses.get(node);
    }
    int at = ~node;
    boolean decisive = decisive(groups[at]);
    int end = end(at);
    for (int i = at + PARTS; i < end; i++) {
      if (holds(groups[i], clauses) == decisive) {
        return groups[at] == ANY;
      }
    }
    return groups[at] != ANY;
  }

  /** What a part must be for the others not to matter. */
  private static boolean decisive(int operator) {
    return operator != ALL;
  }

  private IntStream parts(int at) {
    return IntStream.range(at + PARTS, end(at));
  }

  private int end(int at) {
    return at + PARTS + groups[at + PARTS - 1];
  }
}
