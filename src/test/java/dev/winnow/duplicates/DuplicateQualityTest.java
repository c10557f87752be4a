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
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many planted duplicates are found, and how many pairs are told that are none. */
final class DuplicateQualityTest {
  @TempDir private Path folder;

  @Test
  void planted_duplicates_are_found_and_lookalikes_are_not() throws Exception {
    long seed = Long.getLong("seed", 20261122);
    System.out.println("seed " + seed);
    PlantedBase base = PlantedBase.of(seed, 3_500, 1_500);
    Schema schema = SchemaReader.read(Path.of("index-config"));
    Map<String, Draft> drafts =
        base.drafts().stream().collect(Collectors.toMap(Draft::id, draft -> draft));
    try (LuceneEngine engine = LuceneEngine.open(folder, schema)) {
      var unused =
          engine.apply(
              base.drafts().stream()
                  .<Write>map(draft -> new Write.Put(draft.customer(), Expected.ANYTHING))
                  .toList(),
              Durability.JOURNALED);
      Result result =
          new BaseSearch(Matching.of(schema), engine.matches(), folder.resolve("d"))
              .search(0.75, Progress.NONE);
      Map<String, Double> found = new TreeMap<>();
      result.pairs().forEach(p -> found.put(PlantedBase.pair(p.left(), p.right()), p.score()));
      report(base, drafts, found, result);
    }
  }

  private static void report(
      PlantedBase base, Map<String, Draft> drafts, Map<String, Double> found, Result result) {
    System.out.println(drafts.size() + " customers, compared " + result.compared());
    print("duplicates", base.duplicates, found, drafts, false);
    print("near misses", base.nearMisses, found, drafts, true);
    int n = 0;
    int wrong = 0;
    for (String pair : found.keySet()) {
      if (!base.duplicates.containsKey(pair)) {
        wrong++;
        if (!base.nearMisses.containsKey(pair) && n++ < Integer.getInteger("show", 0)) {
          show("unplanned", pair, drafts, found);
        }
      }
    }
    long right = base.duplicates.keySet().stream().filter(found::containsKey).count();
    System.out.printf("precision %.4f recall %.4f%n", (double) right / (right + wrong), (double) right / base.duplicates.size());
    assertThat((double) right / base.duplicates.size()).isGreaterThan(0.9);
    assertThat((double) right / (right + wrong)).isGreaterThan(0.9);
  }

  private static void print(
      String what, Map<String, String> pairs, Map<String, Double> found, Map<String, Draft> drafts, boolean showFound) {
    Map<String, int[]> kinds = new TreeMap<>();
    pairs.forEach(
        (pair, kind) -> {
          int[] counts = kinds.computeIfAbsent(kind, _ -> new int[3]);
          counts[0]++;
          counts[1] += found.containsKey(pair) ? 1 : 0;
          counts[2] += found.getOrDefault(pair, 0.0) >= 0.95 ? 1 : 0;
          if (found.containsKey(pair) == showFound && counts[showFound ? 1 : 0] < 400 && Math.abs(counts[0] - counts[1]) * (showFound ? 0 : 1) + (showFound ? counts[1] : 0) <= Integer.getInteger("show", 0)) {
            show(kind, pair, drafts, found);
          }
        });
    kinds.forEach((kind, c) -> System.out.printf("%s %-24s %5d  review %5d  automatic %5d%n", what, kind, c[0], c[1], c[2]));
  }

  private static void show(String kind, String pair, Map<String, Draft> drafts, Map<String, Double> found) {
    String[] ids = pair.split(" ");
    Matching matching = Matching.of(SCHEMA);
    var resemblance = matching.subject(drafts.get(ids[0]).customer()).compare(matching.subject(drafts.get(ids[1]).customer()), dev.winnow.matching.Frequencies.RARE);
    System.out.println("  " + kind + " " + found.get(pair) + " " + resemblance.score() + "\n    " + drafts.get(ids[0]).values() + "\n    " + drafts.get(ids[1]).values());
    resemblance.reasons().forEach(r -> System.out.print("    " + r.code() + " " + r.weight()));
    System.out.println();
  }

  private static final Schema SCHEMA = SchemaReader.read(Path.of("index-config"));
}
