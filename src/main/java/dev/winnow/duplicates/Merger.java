// Longer than 300 lines because the steps of a merge and those of its undo are read together.
package dev.winnow.duplicates;

import dev.winnow.activity.Activity;
import dev.winnow.customer.Customer;
import dev.winnow.customer.CustomerCodec;
import dev.winnow.customer.FieldValue;
import dev.winnow.customer.GradeOverride;
import dev.winnow.customer.Origin;
import dev.winnow.customer.OriginCodec;
import dev.winnow.customer.Origins;
import dev.winnow.customer.OverrideCodec;
import dev.winnow.duplicates.Merge.Step;
import dev.winnow.duplicates.MergeLog.Before;
import dev.winnow.engine.ActivityStore;
import dev.winnow.engine.ActivityWrite;
import dev.winnow.engine.CustomerStore;
import dev.winnow.engine.CustomerStore.Durability;
import dev.winnow.engine.Engine;
import dev.winnow.engine.StoredCustomer;
import dev.winnow.engine.Write;
import dev.winnow.engine.Write.Expected;
import dev.winnow.ingest.ActivityPipeline;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.schema.Schema;
import dev.winnow.store.Database;
import dev.winnow.store.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Merges two customers, and undoes that. In this order, each step durable before the next, so that
 * after a crash the steps are done again from the first that is not known to be done:
 *
 * <ol>
 *   <li>what both are is written to a file;
 *   <li>the merge and the alias are remembered: from now on the one that goes cannot be written,
 *       and what happens with it happens with the survivor;
 *   <li>the survivor gets its fields and grades;
 *   <li>the other's activities are given to it, and the computed fields of both follow;
 *   <li>the other is deleted.
 * </ol>
 *
 * <p>Until the third step is done nobody writes a customer.
 */
final class Merger {
  private static final int AT_ONCE = 1_000;

  private final Schema schema;
  private final Engine engine;
  private final CustomerStore store;
  private final ActivityStore activities;
  private final ActivityPipeline pipeline;
  private final MergedCustomers aliases;
  private final Database database;
  private final Table<Merge> merges;
  private final MergeLog log;
  private final CustomerCodec codec;

  Merger(Surroundings around, MergeLog log) {
    this.schema = around.schema();
    this.engine = around.engine();
    this.store = around.store();
    this.activities = around.activities();
    this.pipeline = around.pipeline();
    this.aliases = around.aliases();
    this.database = around.database();
    this.merges = database.table("merges", Merge.class);
    this.log = log;
    this.codec = new CustomerCodec(schema);
  }

  Optional<Merge> find(String pair) {
    return merges.get(pair);
  }

  Before before(String pair) {
    return log.read(pair);
  }

  Customer decode(String id, String json) {
    return codec.decode(id, json.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Merges.
   *
   * @param merge what to do, not yet begun
   * @throws WinnowException CUSTOMER_NOT_FOUND when one of the two is gone
   */
  void merge(Merge merge, boolean keepsLeft, Map<String, FieldChoice> choices) {
    aliases.merging().lock();
    try {
      StoredCustomer survivor = read(merge.survivor());
      StoredCustomer gone = read(merge.gone());
      Customer merged =
          FieldChoice.merge(
              schema,
              keepsLeft ? survivor.given() : gone.given(),
              keepsLeft ? gone.given() : survivor.given(),
              keepsLeft,
              choices);
      Map<String, GradeOverride> overrides = new TreeMap<>(gone.overrides());
      overrides.putAll(survivor.overrides());
      Before before =
          new Before(
              json(survivor.given()),
              json(survivor.overrides()),
              json(survivor.origins()),
              json(gone.given()),
              json(gone.overrides()),
              json(gone.origins()),
              json(merged),
              json(overrides),
              ids(merge.gone()));
      log.write(merge.pair(), before);
      database.run(
          () -> {
            merges.put(merge.pair(), merge.at(Step.MERGING));
            aliases.add(merge.gone(), merge.survivor());
          });
      write(merge, before);
    } finally {
      aliases.merging().unlock();
    }
    finish(merge);
  }

  /** The steps behind the third; done twice they do nothing more. */
  private void finish(Merge merge) {
    Set<String> moved = new LinkedHashSet<>(log.read(merge.pair()).activities());
    for (List<String> left = ids(merge.gone()); !left.isEmpty(); left = ids(merge.gone())) {
      if (moved.addAll(left)) {
        log.write(merge.pair(), log.read(merge.pair()).with(List.copyOf(moved)));
      }
      move(left, merge.survivor());
    }
    apply(List.of(new Write.Delete(merge.gone(), Expected.ANYTHING)));
    merges.put(merge.pair(), merge.at(Step.MERGED));
  }

  /** Goes on with what a crash has interrupted. */
  void repair() {
    for (Merge merge : merges.values()) {
      switch (merge.step()) {
        case MERGED -> {}
        case MERGING -> {
          Before before = log.read(merge.pair());
          Optional<StoredCustomer> survivor = engine.get(merge.survivor());
          if (survivor.filter(found -> json(found.given()).equals(before.survivor())).isPresent()) {
            write(merge, before);
          }
          finish(merge);
        }
        case UNDOING -> restore(merge);
      }
    }
  }

  /** What of the survivor is no longer as the merge left it; empty when it can be undone. */
  Optional<String> changedSince(Merge merge) {
    Optional<StoredCustomer> survivor = engine.get(merge.survivor());
    Before before = log.read(merge.pair());
    if (survivor.isEmpty()) {
      return Optional.of("The customer " + merge.survivor() + " is no longer there.");
    }
    Customer merged = decode(merge.survivor(), before.merged());
    List<String> fields = new ArrayList<>();
    for (String field : schema.fields().keySet()) {
      Object now = survivor.get().given().values().get(field);
      if (!Objects.equals(now, merged.values().get(field))) {
        fields.add(field);
      }
    }
    if (!json(survivor.get().overrides()).equals(before.mergedOverrides())) {
      fields.add("grades");
    }
    return fields.isEmpty()
        ? Optional.empty()
        : Optional.of("Changed since the merge: " + String.join(", ", fields) + ".");
  }

  /** Undoes a merge that is done; to be asked only when nothing has changed since. */
  void undo(Merge merge) {
    aliases.merging().lock();
    try {
      Optional<String> changed = changedSince(merge);
      if (changed.isPresent()) {
        throw new WinnowException(ProblemCode.MERGE_CHANGED, changed.get());
      }
      merges.put(merge.pair(), merge.at(Step.UNDOING));
    } finally {
      aliases.merging().unlock();
    }
    restore(merge);
  }

  private void restore(Merge merge) {
    Before before = log.read(merge.pair());
    aliases.merging().lock();
    try {
      List<Write> writes = new ArrayList<>();
      Origins origins = OriginCodec.decode(merge.gone(), bytes(before.goneOrigins()));
      put(Optional.empty(), decode(merge.gone(), before.gone()), origins, writes);
      grades(merge.gone(), Map.of(), before.goneOverrides(), writes);
      put(
          Optional.of(decode(merge.survivor(), before.merged())),
          decode(merge.survivor(), before.survivor()),
          OriginCodec.decode(merge.survivor(), bytes(before.survivorOrigins())),
          writes);
      grades(
          merge.survivor(),
          overrides(merge.survivor(), before.mergedOverrides()),
          before.survivorOverrides(),
          writes);
      apply(writes);
      aliases.remove(merge.gone());
    } finally {
      aliases.merging().unlock();
    }
    move(before.activities(), merge.gone());
    merges.remove(merge.pair());
    log.forget(merge.pair());
  }

  private void write(Merge merge, Before before) {
    List<Write> writes = new ArrayList<>();
    put(
        Optional.of(decode(merge.survivor(), before.survivor())),
        decode(merge.survivor(), before.merged()),
        OriginCodec.decode(merge.gone(), bytes(before.goneOrigins())),
        writes);
    grades(
        merge.survivor(),
        overrides(merge.survivor(), before.survivorOverrides()),
        before.mergedOverrides(),
        writes);
    apply(writes);
  }

  /**
   * Brings a customer to what it is to be: values that stay keep their origin, and the others are
   * written origin by origin.
   *
   * @param from what it is; empty when it is not there
   */
  static void put(Optional<Customer> from, Customer to, Origins origins, List<Write> writes) {
    Map<Optional<Origin>, List<String>> changed = new LinkedHashMap<>();
    changed.put(Optional.empty(), new ArrayList<>());
    SequencedMap<String, FieldValue> values = new LinkedHashMap<>(to.values());
    to.values()
        .forEach(
            (field, value) -> {
              if (!from.map(was -> value.equals(was.values().get(field))).orElse(false)) {
                changed.computeIfAbsent(origins.of(field), _ -> new ArrayList<>()).add(field);
                values.remove(field);
              }
            });
    changed.forEach(
        (origin, fields) -> {
          fields.forEach(field -> values.put(field, to.values().get(field)));
          SequencedMap<String, FieldValue> ordered = new LinkedHashMap<>(to.values());
          ordered.keySet().retainAll(values.keySet());
          writes.add(new Write.Put(new Customer(to.id(), ordered), origin, Expected.ANYTHING));
        });
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  private static String json(Origins origins) {
    return new String(OriginCodec.encode(origins), StandardCharsets.UTF_8);
  }

  private static void grades(
      String id, Map<String, GradeOverride> from, String to, List<Write> writes) {
    Map<String, GradeOverride> wanted = overrides(id, to);
    Set<String> facets = new LinkedHashSet<>(from.keySet());
    facets.addAll(wanted.keySet());
    for (String facet : facets) {
      Optional<GradeOverride> override = Optional.ofNullable(wanted.get(facet));
      if (!override.equals(Optional.ofNullable(from.get(facet)))) {
        writes.add(new Write.Grade(id, facet, override, Expected.ANYTHING));
      }
    }
  }

  private void move(List<String> ids, String customer) {
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      List<ActivityWrite> writes = new ArrayList<>();
      for (String id : ids.subList(from, Math.min(ids.size(), from + AT_ONCE))) {
        activities
            .get(id)
            .ifPresent(activity -> writes.add(new ActivityWrite.Put(activity.of(customer))));
      }
      if (!writes.isEmpty()) {
        var _ = pipeline.bulk(writes, Durability.JOURNALED);
      }
    }
  }

  private List<String> ids(String customer) {
    Map<String, List<String>> ids = new HashMap<>();
    activities.histories(
        List.of(customer),
        false,
        (id, all) -> ids.put(id, all.stream().map(Activity::id).sorted().toList()));
    return ids.getOrDefault(customer, List.of());
  }

  private StoredCustomer read(String id) {
    return engine
        .get(id)
        .orElseThrow(
            () ->
                new WinnowException(
                    ProblemCode.CUSTOMER_NOT_FOUND,
                    "There is no customer with the id " + id + " any more."));
  }

  private void apply(List<Write> writes) {
    var _ = store.apply(writes, Durability.JOURNALED);
  }

  private String json(Customer customer) {
    return new String(codec.encode(customer), StandardCharsets.UTF_8);
  }

  private static String json(Map<String, GradeOverride> overrides) {
    return new String(OverrideCodec.encode(overrides), StandardCharsets.UTF_8);
  }

  private static Map<String, GradeOverride> overrides(String id, String json) {
    return json.isEmpty()
        ? Map.of()
        : OverrideCodec.decode(id, json.getBytes(StandardCharsets.UTF_8));
  }
}
