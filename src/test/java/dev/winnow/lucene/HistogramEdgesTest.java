package dev.winnow.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.schema.Field;
import dev.winnow.schema.Label;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class HistogramEdgesTest {
  private static final Field.Money SPEND =
      new Field.Money(
          new Field.Traits("spend", new Label("Spend", "消费"), true, false, false, false, false),
          "CNY",
          2);

  @Test
  void amounts_of_many_magnitudes_do_not_all_share_one_bucket_when_some_are_negative() {
    long[] sample = new long[1_000];
    Arrays.setAll(sample, i -> 1_000L + i * 300L);
    sample[999] = -23_000_000;
    HistogramEdges edges = HistogramEdges.of(SPEND, -23_000_000, 2_000_000, sample);
    assertThat(edges.covers(-23_000_000, 2_000_000)).isTrue();
    long[] bounds = edges.edges().stream().mapToLong(Long::longValue).toArray();
    long filled =
        Arrays.stream(sample).map(v -> HistogramEdges.bucket(bounds, v)).distinct().count();
    assertThat(filled).isGreaterThanOrEqualTo(4);
  }

  @Test
  void edges_ascend_and_cover_all_values_whatever_they_are() {
    long seed = Long.getLong("winnow.seed", System.nanoTime());
    System.out.println("HistogramEdgesTest seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 2_000; round++) {
      long[] sample = new long[1 + random.nextInt(50)];
      int bits = 1 + random.nextInt(60);
      boolean negative = random.nextBoolean();
      Arrays.setAll(
          sample,
          _ -> {
            long value = random.nextLong() >>> (64 - 1 - random.nextInt(bits));
            return negative && random.nextBoolean() ? -value : value;
          });
      long min = Arrays.stream(sample).min().getAsLong();
      long max = Arrays.stream(sample).max().getAsLong();
      HistogramEdges edges = HistogramEdges.of(SPEND, min, max, sample);
      assertThat(edges.covers(min, max)).as("%s", Arrays.toString(sample)).isTrue();
      assertThat(edges.buckets()).isBetween(1, HistogramEdges.MAX);
      assertThat(edges.edges()).isSorted().doesNotHaveDuplicates();
    }
  }
}
