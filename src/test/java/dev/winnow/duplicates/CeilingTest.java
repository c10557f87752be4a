package dev.winnow.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.matching.Ceiling;
import dev.winnow.matching.Frequencies;
import dev.winnow.matching.Matching;
import dev.winnow.matching.Matching.Subject;
import dev.winnow.schema.SchemaReader;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Pairs that are ruled out by sketches alone are none. */
final class CeilingTest {
  private static final double[] SCORES = {0.01, 0.3, 0.75, 0.95};

  @Test
  void no_pair_is_ruled_out_that_reaches_the_score() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Matching matching = Matching.of(SchemaReader.read(Path.of("index-config")));
    List<Subject> subjects =
        PlantedBase.of(seed, 300, 150).drafts().stream()
            .map(draft -> matching.subject(draft.customer()))
            .toList();
    List<MemorySegment> sketches =
        subjects.stream().map(each -> MemorySegment.ofArray(each.sketch())).toList();
    List<Set<Long>> keys =
        subjects.stream()
            .map(each -> LongStream.of(each.keys()).boxed().collect(Collectors.toSet()))
            .toList();
    int[] possible = new int[SCORES.length];
    int[] pairs = new int[SCORES.length];
    for (int i = 0; i < subjects.size(); i++) {
      for (int j : others(keys, i, random)) {
        double score = subjects.get(i).compare(subjects.get(j), Frequencies.RARE).score();
        for (int s = 0; s < SCORES.length; s++) {
          boolean may = new Ceiling(sketches.get(i), sketches.get(j), SCORES[s]).mayBeReached(0, 0);
          possible[s] += may ? 1 : 0;
          pairs[s]++;
          assertThat(may || score < SCORES[s])
              .as("seed %d: %s and %s: %f", seed, i, j, score)
              .isTrue();
        }
      }
    }
    for (int s = 0; s < SCORES.length; s++) {
      System.out.printf("%.2f: %,d of %,d pairs may reach it%n", SCORES[s], possible[s], pairs[s]);
    }
    assertThat(possible[2]).isLessThan(pairs[2] / 2);
  }

  /** All that share a key, and some that do not. */
  private static List<Integer> others(List<Set<Long>> keys, int i, Random random) {
    return IntStream.range(0, keys.size())
        .filter(j -> random.nextInt(50) == 0 || !Collections.disjoint(keys.get(i), keys.get(j)))
        .boxed()
        .toList();
  }
}
