// Longer than 300 lines because it is the one place where all parts are made and joined.
package dev.winnow;

import dev.winnow.access.ApiKey;
import dev.winnow.access.Caller;
import dev.winnow.access.Keys;
import dev.winnow.access.Role;
import dev.winnow.access.Sessions;
import dev.winnow.activity.ActivityCodec;
import dev.winnow.activity.ActivityReader;
import dev.winnow.activity.ComputedFields;
import dev.winnow.activity.ComputedReader;
import dev.winnow.classify.RulesFile;
import dev.winnow.condition.Condition;
import dev.winnow.duplicates.Duplicates;
import dev.winnow.duplicates.MergedCustomers;
import dev.winnow.duplicates.Surroundings;
import dev.winnow.engine.ActivityStore;
import dev.winnow.engine.CustomerStore;
import dev.winnow.engine.Engine;
import dev.winnow.http.ActivityServices;
import dev.winnow.http.HttpSettings;
import dev.winnow.http.RuleServices;
import dev.winnow.http.Server;
import dev.winnow.http.Services;
import dev.winnow.imports.ImportServices;
import dev.winnow.imports.Imports;
import dev.winnow.ingest.ActivityPipeline;
import dev.winnow.ingest.FoldUpkeep;
import dev.winnow.ingest.Folds;
import dev.winnow.ingest.NewCustomers;
import dev.winnow.ingest.Pipeline;
import dev.winnow.jobs.Days;
import dev.winnow.jobs.Jobs;
import dev.winnow.lucene.LuceneEngine;
import dev.winnow.matching.Matching;
import dev.winnow.matching.PartsReader;
import dev.winnow.rules.Grader;
import dev.winnow.rules.Rules;
import dev.winnow.schema.Schema;
import dev.winnow.schema.SchemaReader;
import dev.winnow.segment.Segments;
import dev.winnow.store.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** An opened data folder, served or not: the only place where the parts are made and joined. */
public final class App implements AutoCloseable {
  /** The file of everything but customers, in the data folder. */
  static final String DATABASE = "winnow.db";

  private static final String LOCAL_KEY = "commands on this machine";

  private final Config config;
  private final Clock clock;
  private final Schema schema;
  private final Database database;
  private final LuceneEngine engine;
  private final ComputedFields computed;
  private final Jobs jobs;
  private final Days days;
  private final Folds folds;
  private final ActivityPipeline activityPipeline;
  private final Rules rules;
  private final Grader grader;
  private final Pipeline pipeline;
  private final Duplicates duplicates;
  private final Imports imports;
  private final Keys keys;
  private final Sessions sessions;
  private final ConnectionParts connections;
  private Optional<Server> server = Optional.empty();
  private Optional<RunningServer> local = Optional.empty();

  /** When the installation was first served, and with how many made-up customers. */
  record Installation(Instant begun, long sample) {}

  private App(Config config, Clock clock) throws IOException {
    this.config = config;
    this.clock = clock;
    PrivateFolder.make(config.data());
    ShippedSchema.copyTo(config.schema());
    schema = SchemaReader.read(config.schema());
    database = Database.open(config.data().resolve(DATABASE));
    Matching matching;
    try {
      matching = new Matching(schema, PartsReader.read(config.schema(), schema));
      computed = ComputedReader.read(config.schema(), schema, config.timeZone());
      rules = new Rules(database, schema, clock);
      engine =
          LuceneEngine.open(
              config.data(),
              schema,
              computed.currencies(),
              config.timeZone(),
              rules.latestGrading(today()),
              matching);
    } catch (IOException | RuntimeException e) {
      database.close();
      throw e;
    }
    jobs = new Jobs(database, clock);
    days = new Days(database, clock, config.timeZone());
    folds = new Folds(engine.activities(), engine, computed, days::today);
    MergedCustomers merged = new MergedCustomers(database);
    activityPipeline = new ActivityPipeline(engine.activities(), folds, unknownCustomers(), merged);
    pipeline = new Pipeline(schema, engine, engine, Optional.of(activityPipeline), merged);
    duplicates = new Duplicates(surroundings(matching, merged));
    grader = new Grader(rules, engine, jobs, schema, clock, config.timeZone());
    imports = new Imports(importServices());
    keys = new Keys(database, clock);
    Config.Access access = config.access();
    sessions = new Sessions(database, clock, access.loginLink(), access.session());
    connections =
        ConnectionParts.of(
            config.data(), schema, database, imports, jobs, clock, config.timeZone());
  }

  /**
   * Opens the folder without serving it, for commands.
   *
   * @throws dev.winnow.problem.WinnowException when the configuration is wrong, stored data is
   *     damaged, or another process has the folder open
   */
  public static App open(Config config) {
    return open(config, Clock.systemUTC());
  }

  /** Opens the folder, fills a new one with made-up customers, and serves it. */
  public static App start(Config config) {
    return start(config, Clock.systemUTC());
  }

  /** As {@link #start(Config)}, at the given time. */
  public static App start(Config config, Clock clock) {
    App app = open(config, clock);
    try {
      app.begin();
      app.keepUp();
      app.serve();
      return app;
    } catch (RuntimeException e) {
      app.close();
      throw e;
    }
  }

  /** Opens the folder and serves it to this machine alone, as long as a command works on it. */
  static App serveHere(Config config) {
    Config.Overrides none = Config.Overrides.NONE;
    App app =
        open(
            config.with(
                new Config.Overrides(
                    none.schema(), none.sample(), Optional.of("127.0.0.1"), OptionalInt.of(0))));
    try {
      app.serve();
      return app;
    } catch (RuntimeException e) {
      app.close();
      throw e;
    }
  }

  private static App open(Config config, Clock clock) {
    try {
      return new App(config, clock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Schema schema() {
    return schema;
  }

  /** What commands read customers from. */
  Engine engine() {
    return engine;
  }

  /** The saved conditions. */
  Segments segments() {
    return new Segments(database, schema, clock);
  }

  /** Where commands write customers to. */
  public CustomerStore store() {
    return engine;
  }

  /** What happened with customers. */
  public ActivityStore activities() {
    return engine.activities();
  }

  /** Where activities are written. */
  ActivityPipeline activityPipeline() {
    return activityPipeline;
  }

  /** What goes on in the background. */
  public Jobs jobs() {
    return jobs;
  }

  /** What begins with each day. */
  Days days() {
    return days;
  }

  /** Where tables come in. */
  Imports imports() {
    return imports;
  }

  /** The running server, as commands on this machine reach it. */
  RunningServer local() {
    return local.orElseThrow();
  }

  public Pipeline pipeline() {
    return pipeline;
  }

  /** Customers that may be in the list twice. */
  public Duplicates duplicates() {
    return duplicates;
  }

  public Keys keys() {
    return keys;
  }

  /** Address of the running server, without a path. */
  public String url() {
    return server.orElseThrow().url();
  }

  /** A link that signs in as administrator, once. */
  public String loginLink() {
    return url() + "/login#token=" + sessions.createLogin(new Caller("admin", Role.ADMIN));
  }

  /** How many customers there are. */
  public long customers() {
    return engine.counts(List.of(Condition.EVERYONE)).getFirst();
  }

  /** Heap taken by the columns of the engine, in bytes. */
  public long columnBytes() {
    return engine.columnBytes();
  }

  @Override
  public void close() {
    server.ifPresent(
        running -> {
          running.close();
          RunningServer.forget(config.data());
        });
    grader.close();
    days.close();
    connections.clock().close();
    jobs.close();
    engine.close();
    database.close();
  }

  private Optional<NewCustomers> unknownCustomers() {
    return switch (config.activities().unknownCustomer()) {
      case REFUSE -> Optional.empty();
      case CREATE -> Optional.of(new NewCustomers(schema, engine));
    };
  }

  private Surroundings surroundings(Matching matching, MergedCustomers merged) {
    return new Surroundings(
        schema,
        matching,
        engine,
        engine,
        engine.matches(),
        engine.activities(),
        activityPipeline,
        merged,
        database,
        jobs,
        clock,
        config.data().resolve("duplicates"));
  }

  private FoldUpkeep upkeep() {
    return new FoldUpkeep(
        folds,
        engine.activities(),
        computed,
        Definitions.fingerprint(config),
        database,
        jobs,
        days);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), config.timeZone());
  }

  private void begin() {
    var installations = database.table("installation", Installation.class);
    if (installations.get("this").isPresent()) {
      return;
    }
    int sample = customers() == 0 ? config.sample() : 0;
    if (sample > 0) {
      new SampleFill(schema, clock.instant(), today(), engine, activityPipeline)
          .add(sample, config.activities().sampleFor(sample), config.timeZone(), computed);
    }
    grader.install(RulesFile.read(config.schema(), schema));
    database.run(() -> installations.put("this", new Installation(clock.instant(), sample)));
  }

  private ImportServices importServices() {
    ActivityServices activities = activityServices();
    return new ImportServices(
        schema,
        engine,
        engine,
        pipeline,
        new ImportServices.Activities(
            activities.store(), activityPipeline, activities.reader(), activities.codec()),
        duplicates,
        database,
        jobs,
        clock,
        config.data().resolve("imports"));
  }

  private ActivityServices activityServices() {
    return new ActivityServices(
        engine.activities(),
        activityPipeline,
        new ActivityReader(computed.currencies(), config.timeZone(), clock),
        new ActivityCodec(config.timeZone()),
        computed.currencies());
  }

  /** Begins what goes on in the background; fields are folded before customers are graded. */
  private void keepUp() {
    upkeep().start();
    duplicates.start();
    grader.resume();
    imports.resume();
    days.each(
        "rules",
        (last, today) -> grader.newDay(config.rules().cutPoints(), last.orElse(today), today));
    days.start();
    grader.start();
    connections.clock().start();
  }

  private void serve() {
    Services services =
        new Services(
            schema,
            engine,
            engine,
            pipeline,
            activityServices(),
            segments(),
            new RuleServices(rules, grader, jobs),
            duplicates,
            imports,
            keys,
            sessions,
            clock,
            config.timeZone(),
            connections.services());
    HttpSettings settings =
        new HttpSettings(config.http().host(), config.http().port(), Optional.<Path>empty());
    Server running = new Server(services, settings);
    server = Optional.of(running);
    keys.list().stream()
        .filter(key -> key.name().equals(LOCAL_KEY))
        .forEach(key -> keys.revoke(key.id()));
    ApiKey.Created key = keys.create(LOCAL_KEY, Role.ADMIN);
    RunningServer here = new RunningServer(running.url(), key.secret());
    here.remember(config.data());
    local = Optional.of(here);
  }
}
