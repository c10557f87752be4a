package dev.winnow;

import dev.winnow.access.Caller;
import dev.winnow.access.Keys;
import dev.winnow.access.Role;
import dev.winnow.access.Sessions;
import dev.winnow.activity.ActivityCodec;
import dev.winnow.activity.ActivityReader;
import dev.winnow.activity.ComputedFields;
import dev.winnow.activity.ComputedReader;
import dev.winnow.classify.Grading;
import dev.winnow.connections.ConnectionClock;
import dev.winnow.duplicates.Duplicates;
import dev.winnow.duplicates.MergedCustomers;
import dev.winnow.duplicates.Surroundings;
import dev.winnow.engine.ActivityStore;
import dev.winnow.http.ActivityServices;
import dev.winnow.http.HttpSettings;
import dev.winnow.http.RuleServices;
import dev.winnow.http.Server;
import dev.winnow.http.Services;
import dev.winnow.imports.ImportServices;
import dev.winnow.imports.Imports;
import dev.winnow.ingest.ActivityPipeline;
import dev.winnow.ingest.Folds;
import dev.winnow.ingest.Pipeline;
import dev.winnow.jobs.Jobs;
import dev.winnow.lucene.LuceneEngine;
import dev.winnow.matching.Matching;
import dev.winnow.rules.Grader;
import dev.winnow.rules.Rules;
import dev.winnow.schema.Schema;
import dev.winnow.schema.SchemaReader;
import dev.winnow.segment.Segments;
import dev.winnow.store.AdjustableClock;
import dev.winnow.store.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The real server on a free port, over a folder of its own, with the shipped configuration. */
public final class TestServer implements AutoCloseable {
  private final AdjustableClock clock = new AdjustableClock();
  private final Database database;
  private final LuceneEngine engine;
  private final Sessions sessions;
  private final Server server;
  private final Services services;
  private final Jobs jobs;
  private final ConnectionParts connections;
  private final Map<Role, String> keys = new EnumMap<>(Role.class);

  public TestServer(Path folder) throws IOException {
    Schema schema = SchemaReader.read(Path.of("index-config"));
    database = Database.open(folder.resolve("winnow.db"));
    ComputedFields computed = ComputedReader.read(Path.of("index-config"), schema, ZoneOffset.UTC);
    engine =
        LuceneEngine.open(
            folder.resolve("index"), schema, computed.currencies(), ZoneOffset.UTC, Grading.NONE);
    ActivityStore activities = engine.activities();
    Folds folds =
        new Folds(
            activities,
            engine,
            computed,
            () -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    MergedCustomers merged = new MergedCustomers(database);
    ActivityPipeline pipeline = new ActivityPipeline(activities, folds, Optional.empty(), merged);
    Rules rules = new Rules(database, schema, clock);
    jobs = new Jobs(database, clock);
    Grader grader = new Grader(rules, engine, jobs, schema, clock, ZoneOffset.UTC);
    Keys apiKeys = new Keys(database, clock);
    sessions = new Sessions(database, clock);
    Pipeline customers = new Pipeline(schema, engine, engine, Optional.of(pipeline), merged);
    ActivityReader reader = new ActivityReader(computed.currencies(), ZoneOffset.UTC, clock);
    ActivityCodec codec = new ActivityCodec(ZoneOffset.UTC);
    Duplicates duplicates =
        new Duplicates(
            new Surroundings(
                schema,
                Matching.of(schema),
                engine,
                engine,
                engine.matches(),
                activities,
                pipeline,
                merged,
                database,
                jobs,
                clock,
                folder.resolve("duplicates")));
    Imports imports =
        new Imports(
            new ImportServices(
                schema,
                engine,
                engine,
                customers,
                new ImportServices.Activities(activities, pipeline, reader, codec),
                duplicates,
                database,
                jobs,
                clock,
                folder.resolve("imports")));
    connections =
        ConnectionParts.of(folder, schema, database, imports, jobs, clock, ZoneOffset.UTC);
    services =
        new Services(
            schema,
            engine,
            engine,
            customers,
            new ActivityServices(activities, pipeline, reader, codec, computed.currencies()),
            new Segments(database, schema, clock),
            new RuleServices(rules, grader, jobs),
            duplicates,
            imports,
            apiKeys,
            sessions,
            clock,
            ZoneOffset.UTC,
            connections.services());
    for (Role role : Role.values()) {
      keys.put(role, apiKeys.create("test " + role.code(), role).secret());
    }
    server = new Server(services, new HttpSettings("127.0.0.1", 0, Optional.empty()));
  }

  public String url() {
    return server.url();
  }

  /** An API key of that role. */
  public String key(Role role) {
    return keys.getOrDefault(role, "");
  }

  /** A one-time login token of somebody with that role. */
  public String loginToken(Role role) {
    return sessions.createLogin(new Caller("somebody", role));
  }

  /** What the server works with. */
  public Services services() {
    return services;
  }

  /** Begins the runs of standing connections that are due, when it is told to look. */
  public ConnectionClock connectionClock() {
    return connections.clock();
  }

  /** The server's clock, which stands still. */
  public AdjustableClock clock() {
    return clock;
  }

  @Override
  public void close() {
    server.close();
    connections.clock().close();
    jobs.close();
    engine.close();
    database.close();
  }
}
