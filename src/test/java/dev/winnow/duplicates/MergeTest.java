package dev.winnow.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.customer.Customer;
import dev.winnow.customer.CustomerCodec;
import dev.winnow.customer.FieldValue;
import dev.winnow.customer.Origin;
import dev.winnow.customer.OriginCodec;
import dev.winnow.customer.OverrideCodec;
import dev.winnow.duplicates.Merge.Step;
import dev.winnow.duplicates.MergeLog.Before;
import dev.winnow.engine.ActivityWrite;
import dev.winnow.engine.CustomerStore.Durability;
import dev.winnow.engine.Write;
import dev.winnow.engine.Write.Expected;
import dev.winnow.ingest.Change;
import dev.winnow.ingest.Receipt;
import dev.winnow.problem.WinnowException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Merging two customers and undoing that. */
final class MergeTest {
  private static final List<String> IDS = IntStream.range(0, 6).mapToObj(i -> "C" + i).toList();

  @TempDir private Path folder;

  @Test
  void random_merges_undone_in_reverse_order_restore_everything() throws Exception {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    try (SmallBase base = new SmallBase(folder)) {
      fill(base, random);
      List<Map<String, String>> states = new ArrayList<>();
      List<String> merged = new ArrayList<>();
      List<String> left = new ArrayList<>(IDS);
      while (left.size() > 1) {
        states.add(base.everything(IDS));
        String one = left.remove(random.nextInt(left.size()));
        String keep = left.get(random.nextInt(left.size()));
        base.duplicates.add(new Found(min(one, keep), max(one, keep), 0.9, false));
        String pair = Pair.id(one, keep);
        base.duplicates.merge(pair, keep, choices(random), "somebody");
        assertThat(base.engine.get(one)).isEmpty();
        assertThat(base.duplicates.survivor(one)).contains(keep);
        merged.add(pair);
      }
      assertThat(base.engine.activities().count()).isEqualTo(20);
      while (!merged.isEmpty()) {
        base.duplicates.undo(merged.removeLast());
        assertThat(base.everything(IDS)).isEqualTo(states.removeLast());
      }
      assertThat(IDS).allMatch(id -> base.duplicates.survivor(id).isEmpty());
    }
  }

  @Test
  void what_comes_for_a_merged_customer_goes_to_its_survivor() throws Exception {
    try (SmallBase base = new SmallBase(folder)) {
      fill(base, new Random(1));
      String pair = merge(base, "C1", "C0");
      Receipt receipt =
          base.pipeline.apply(
              new Change.Ready(
                  new Customer("C1", Map.of("name", FieldValue.Words.of("again"))),
                  Expected.ANYTHING),
              new Origin("test", Instant.EPOCH));
      assertThat(receipt.outcome()).isEqualTo(Receipt.Outcome.MERGED);
      assertThat(receipt.faults().getFirst().detail()).contains("C0");
      base.purchase("late", "C1", 70_000);
      assertThat(base.engine.activities().get("late").orElseThrow().customer()).isEqualTo("C0");
      assertThat(base.engine.get("C1")).isEmpty();
      merge(base, "C0", "C2");
      assertThat(base.duplicates.survivor("C1")).contains("C2");
      assertThatThrownBy(() -> base.duplicates.undo(pair)).isInstanceOf(WinnowException.class);
    }
  }

  @Test
  void a_crash_between_any_two_steps_is_mended_at_the_next_start() throws Exception {
    Map<String, String> wanted;
    try (SmallBase base = new SmallBase(folder.resolve("undisturbed"))) {
      fill(base, new Random(7));
      merge(base, "C1", "C0");
      wanted = base.everything(IDS);
    }
    for (int steps = 0; steps < 4; steps++) {
      Path place = folder.resolve("crash" + steps);
      Map<String, String> before;
      try (SmallBase base = new SmallBase(place)) {
        fill(base, new Random(7));
        before = base.everything(IDS);
        base.duplicates.add(new Found("C0", "C1", 0.9, false));
        begin(base, steps);
      }
      try (SmallBase base = new SmallBase(place)) {
        assertThat(base.everything(IDS)).as("after %s steps", steps).isEqualTo(wanted);
        assertThat(base.duplicates.get(Pair.id("C0", "C1")).decision())
            .isEqualTo(Pair.Decision.MERGED);
        base.duplicates.undo(Pair.id("C0", "C1"));
        assertThat(base.everything(IDS)).isEqualTo(before);
      }
    }
  }

  /** Does the first steps of merging C1 into C0, and no more. */
  private static void begin(SmallBase base, int steps) {
    CustomerCodec codec = new CustomerCodec(SmallBase.SCHEMA);
    var survivor = base.engine.get("C0").orElseThrow();
    var gone = base.engine.get("C1").orElseThrow();
    Customer merged =
        FieldChoice.merge(SmallBase.SCHEMA, survivor.given(), gone.given(), true, Map.of());
    var overrides = new TreeMap<>(gone.overrides());
    overrides.putAll(survivor.overrides());
    List<String> ids = new ArrayList<>();
    base.engine
        .activities()
        .histories(
            List.of("C1"), false, (_, all) -> all.forEach(activity -> ids.add(activity.id())));
    new MergeLog(base.folder.resolve("duplicates"))
        .write(
            Pair.id("C0", "C1"),
            new Before(
                text(codec.encode(survivor.given())),
                text(OverrideCodec.encode(survivor.overrides())),
                text(OriginCodec.encode(survivor.origins())),
                text(codec.encode(gone.given())),
                text(OverrideCodec.encode(gone.overrides())),
                text(OriginCodec.encode(gone.origins())),
                text(codec.encode(merged)),
                text(OverrideCodec.encode(overrides)),
                ids));
    base.database
        .table("merges", Merge.class)
        .put(
            Pair.id("C0", "C1"),
            new Merge(Pair.id("C0", "C1"), "C0", "C1", Step.MERGING, "x", Instant.EPOCH));
    base.aliases.add("C1", "C0");
    if (steps > 0) {
      List<Write> writes = new ArrayList<>();
      Merger.put(Optional.of(survivor.given()), merged, gone.origins(), writes);
      writes.forEach(base::write);
      overrides.forEach(
          (facet, override) ->
              base.write(new Write.Grade("C0", facet, Optional.of(override), Expected.ANYTHING)));
    }
    List<String> moved = steps == 2 ? ids.subList(0, ids.size() / 2) : steps > 2 ? ids : List.of();
    for (String id : moved) {
      var _ =
          base.activities.bulk(
              List.of(
                  new ActivityWrite.Put(base.engine.activities().get(id).orElseThrow().of("C0"))),
              Durability.JOURNALED);
    }
  }

  private static String merge(SmallBase base, String gone, String keep) {
    base.duplicates.add(new Found(min(gone, keep), max(gone, keep), 0.9, false));
    String pair = Pair.id(gone, keep);
    base.duplicates.merge(pair, keep, Map.of(), "somebody");
    return pair;
  }

  private static void fill(SmallBase base, Random random) {
    for (String id : IDS) {
      Map<String, FieldValue> values = new HashMap<>();
      values.put("name", FieldValue.Words.of("Customer " + random.nextInt(3)));
      if (random.nextBoolean()) {
        values.put("address", FieldValue.Words.of(random.nextInt(9) + " Road"));
      }
      values.put("phone", FieldValue.Words.of("1380000" + random.nextInt(9), "2" + id));
      if (random.nextBoolean()) {
        values.put("customer_since", new FieldValue.Amount(random.nextInt(9_000)));
      }
      base.put(id, values);
      if (random.nextBoolean()) {
        base.grade(id, "value_tier", random.nextBoolean() ? "high" : "low");
      }
    }
    for (int i = 0; i < 20; i++) {
      base.purchase("a" + i, IDS.get(random.nextInt(IDS.size())), 10_000L * (1 + i));
    }
  }

  private static Map<String, FieldChoice> choices(Random random) {
    Map<String, FieldChoice> choices = new HashMap<>();
    choices.put("name", random.nextBoolean() ? FieldChoice.LEFT : FieldChoice.RIGHT);
    if (random.nextBoolean()) {
      choices.put("phone", FieldChoice.values()[random.nextInt(3)]);
    }
    return choices;
  }

  private static String text(byte[] json) {
    return new String(json, StandardCharsets.UTF_8);
  }

  private static String min(String a, String b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  private static String max(String a, String b) {
    return a.compareTo(b) < 0 ? b : a;
  }
}
