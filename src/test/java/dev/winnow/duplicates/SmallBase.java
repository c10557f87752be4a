package dev.winnow.duplicates;

import dev.winnow.activity.Activity;
import dev.winnow.activity.ComputedFields;
import dev.winnow.activity.ComputedReader;
import dev.winnow.classify.Grading;
import dev.winnow.customer.Customer;
import dev.winnow.customer.FieldValue;
import dev.winnow.customer.GradeOverride;
import dev.winnow.customer.Origin;
import dev.winnow.engine.ActivityWrite;
import dev.winnow.engine.CustomerStore.Durability;
import dev.winnow.engine.Write;
import dev.winnow.engine.Write.Expected;
import dev.winnow.ingest.ActivityPipeline;
import dev.winnow.ingest.Folds;
import dev.winnow.ingest.Pipeline;
import dev.winnow.jobs.Jobs;
import dev.winnow.lucene.LuceneEngine;
import dev.winnow.matching.Matching;
import dev.winnow.schema.Schema;
import dev.winnow.schema.SchemaReader;
import dev.winnow.store.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The real parts over a folder, for tests of merging. */
final class SmallBase implements AutoCloseable {
  static final Schema SCHEMA = SchemaReader.read(Path.of("index-config"));

  final Database database;
  final LuceneEngine engine;
  final MergedCustomers aliases;
  final ActivityPipeline activities;
  final Pipeline pipeline;
  final Duplicates duplicates;
  final Path folder;
  private final Jobs jobs;

  SmallBase(Path folder) throws IOException {
    this.folder = folder;
    database = Database.open(folder.resolve("winnow.db"));
    ComputedFields computed = ComputedReader.read(Path.of("index-config"), SCHEMA, ZoneOffset.UTC);
    engine = LuceneEngine.open(folder, SCHEMA, computed.currencies(), ZoneOffset.UTC, Grading.NONE);
    Folds folds = new Folds(engine.activities(), engine, computed, () -> LocalDate.of(2026, 3, 31));
    aliases = new MergedCustomers(database);
    activities = new ActivityPipeline(engine.activities(), folds, Optional.empty(), aliases);
    pipeline = new Pipeline(SCHEMA, engine, engine, Optional.of(activities), aliases);
    jobs = new Jobs(database, Clock.systemUTC());
    duplicates =
        new Duplicates(
            new Surroundings(
                SCHEMA,
                Matching.of(SCHEMA),
                engine,
                engine,
                engine.matches(),
                engine.activities(),
                activities,
                aliases,
                database,
                jobs,
                Clock.systemUTC(),
                folder.resolve("duplicates")));
    duplicates.start();
  }

  void put(String id, Map<String, FieldValue> values) {
    write(
        new Write.Put(
            new Customer(id, inOrder(values)),
            new Origin("source of " + id, Instant.EPOCH),
            Expected.ANYTHING));
  }

  private static Map<String, FieldValue> inOrder(Map<String, FieldValue> values) {
    Map<String, FieldValue> ordered = new LinkedHashMap<>();
    SCHEMA
        .fields()
        .keySet()
        .forEach(
            field -> {
              if (values.containsKey(field)) {
                ordered.put(field, values.get(field));
              }
            });
    return ordered;
  }

  void grade(String id, String facet, String value) {
    GradeOverride override =
        new GradeOverride(value, "because", "somebody", Instant.EPOCH, Optional.empty());
    write(new Write.Grade(id, facet, Optional.of(override), Expected.ANYTHING));
  }

  void purchase(String id, String customer, long amount) {
    var _ =
        activities.bulk(
            List.of(
                new ActivityWrite.Put(
                    new Activity.Purchase(
                        id, customer, 1_770_000_000_000L, id, "", "", 1_000, amount, "CNY"))),
            Durability.JOURNALED);
  }

  void write(Write write) {
    var _ = engine.apply(List.of(write), Durability.JOURNALED);
  }

  /** Everything known of all customers, without numbers and versions. */
  Map<String, String> everything(List<String> ids) {
    Map<String, String> all = new TreeMap<>();
    for (String id : ids) {
      engine
          .get(id)
          .ifPresent(
              found ->
                  all.put(
                      id,
                      found.given()
                          + " "
                          + new TreeMap<>(found.computed())
                          + " "
                          + found.overrides()
                          + " "
                          + found.origins()));
    }
    engine
        .activities()
        .histories(
            ids,
            true,
            (id, history) ->
                all.put(
                    id + " activities",
                    history.stream().map(Activity::toString).sorted().toList().toString()));
    return all;
  }

  @Override
  public void close() {
    jobs.close();
    engine.close();
    database.close();
  }
}
