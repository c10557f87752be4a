package dev.winnow.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.duplicates.BaseSearch.Result;
import dev.winnow.engine.CustomerStore.Durability;
import dev.winnow.engine.Progress;
import dev.winnow.engine.Write;
import dev.winnow.engine.Write.Expected;
import dev.winnow.lucene.LuceneEngine;
import dev.winnow.matching.Matching;
import dev.winnow.schema.Schema;
import dev.winnow.schema.SchemaReader;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many planted duplicates are found, and how many pairs are told that are none. */
final class DuplicateQualityTest {
  @TempDir private Path folder;

  @Test
  void planted_duplicates_are_found_and_lookalikes_are_not() throws Exception {
    long seed = 20261122;
    PlantedBase base = PlantedBase.of(seed, 2_500, 1_000);
    Schema schema = SchemaReader.read(Path.of("index-config"));
    try (LuceneEngine engine = LuceneEngine.open(folder, schema)) {
      var _ =
          engine.apply(
              base.drafts().stream()
                  .<Write>map(draft -> new Write.Put(draft.customer(), Expected.ANYTHING))
                  .toList(),
              Durability.JOURNALED);
      Result result =
          new BaseSearch(Matching.of(schema), engine.matches(), folder.resolve("d"))
              .search(0.75, Progress.NONE);
      Set<String> found = new HashSet<>();
      result.pairs().forEach(pair -> found.add(PlantedBase.pair(pair.left(), pair.right())));
      report(base, found, result);
    }
  }

  private static void report(PlantedBase base, Set<String> found, Result result) {
    print("duplicates", base.duplicates, found);
    print("near misses", base.nearMisses, found);
    long right = base.duplicates.keySet().stream().filter(found::contains).count();
    double recall = (double) right / base.duplicates.size();
    double precision = (double) right / found.size();
    System.out.printf(
        "%,d customers, %,d pairs compared, precision %.4f, recall %.4f%n",
        base.drafts().size(), result.compared(), precision, recall);
    assertThat(precision).isGreaterThan(0.97);
    assertThat(recall).isGreaterThan(0.95);
  }

  private static void print(String what, Map<String, String> pairs, Set<String> found) {
    Map<String, long[]> kinds = new TreeMap<>();
    pairs.forEach(
        (pair, kind) -> {
          long[] counts = kinds.computeIfAbsent(kind, _ -> new long[2]);
          counts[0]++;
          counts[1] += found.contains(pair) ? 1 : 0;
        });
    kinds.forEach(
        (kind, counts) ->
            System.out.printf("%-12s %-24s %5d found %5d%n", what, kind, counts[0], counts[1]));
    if (what.equals("duplicates")) {
      assertThat(kinds.values()).allMatch(counts -> counts[1] >= 0.8 * counts[0] - 3);
    } else {
      assertThat(kinds.values()).allMatch(counts -> counts[1] <= 0.03 * counts[0]);
    }
  }
}
