package dev.winnow.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.api.Test;

/** Random groups of groups, against deciding every one of them from the bottom up. */
class ConditionNetworkTest {
  private static final int CLAUSES = 12;
  private static final int GROUPS = 60;
  private static final int MOST_PARTS = 4;

  private final long seed = Long.getLong("winnow.seed", System.nanoTime());
  private final Random random = new Random(seed);

  /** A group, its parts being clauses and groups of lower numbers. */
  private record Group(int operator, int[] parts) {
    boolean holds(BitSet holding) {
      return switch (operator) {
        case CompiledConditions.ALL -> Arrays.stream(parts).allMatch(holding::get);
        case CompiledConditions.ANY -> Arrays.stream(parts).anyMatch(holding::get);
        default -> !holding.get(parts[0]);
      };
    }
  }

  @Test
  void what_it_skips_would_have_changed_nothing() {
    for (int round = 0; round < 200; round++) {
      Group[] groups =
          IntStream.range(CLAUSES, CLAUSES + GROUPS).mapToObj(this::group).toArray(Group[]::new);
      int[] roots = random.ints(random.nextInt(100), 0, CLAUSES + GROUPS).toArray();
      double[] likely = random.doubles(CLAUSES + GROUPS).toArray();
      ConditionNetwork network = new ConditionNetwork(program(groups), roots, likely);
      for (int customer = 0; customer < 20; customer++) {
        check(network, groups, roots, random.nextDouble());
      }
    }
  }

  private void check(ConditionNetwork network, Group[] groups, int[] roots, double share) {
    FixedBitSet clauses = new FixedBitSet(CLAUSES + GROUPS);
    BitSet holding = new BitSet();
    for (int clause = 0; clause < CLAUSES; clause++) {
      if (random.nextDouble() < share) {
        clauses.set(clause);
        holding.set(clause);
      }
    }
    for (int i = 0; i < groups.length; i++) {
      holding.set(CLAUSES + i, groups[i].holds(holding));
    }
    FixedBitSet satisfied = network.satisfied(clauses);
    for (int condition = 0; condition < roots.length; condition++) {
      assertThat(satisfied.get(condition))
          .as("seed %d, condition %d", seed, condition)
          .isEqualTo(holding.get(roots[condition]));
    }
  }

  private Group group(int number) {
    int operator = random.nextInt(3);
    int parts = operator == CompiledConditions.NOT ? 1 : random.nextInt(MOST_PARTS + 1);
    return new Group(operator, random.ints(parts, 0, number).toArray());
  }

  private static int[] program(Group[] groups) {
    return IntStream.range(0, groups.length)
        .boxed()
        .flatMapToInt(
            i ->
                IntStream.concat(
                    IntStream.of(groups[i].operator, CLAUSES + i, groups[i].parts.length),
                    Arrays.stream(groups[i].parts)))
        .toArray();
  }
}
