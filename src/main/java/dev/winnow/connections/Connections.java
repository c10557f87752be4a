package dev.winnow.connections;

import dev.winnow.problem.Excerpt;
import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.store.Database;
import dev.winnow.store.Table;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The standing connections there are, how far each has been read, and its latest {@value
 * #RUNS_KEPT} runs. Passwords come in clear and stay locked. Safe for use by many threads.
 */
public final class Connections {
  /** Runs that are kept of each connection. */
  public static final int RUNS_KEPT = 50;

  private static final Duration POSTPONED_BY = Duration.ofMinutes(1);

  /** Most connections there can be. */
  static final int MOST = 200;

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

  private final Database database;
  private final Table<Connection> table;
  private final Table<ConnectionState> states;
  private final RunHistory runs;
  private final Vault vault;
  private final Clock clock;
  private final ZoneId zone;

  /**
   * @param zone in which daily runs are meant
   */
  public Connections(Database database, Vault vault, Clock clock, ZoneId zone) {
    this.database = database;
    this.table = database.table("connections", Connection.class);
    this.states = database.table("connection-states", ConnectionState.class);
    this.runs = new RunHistory(database);
    this.vault = vault;
    this.clock = clock;
    this.zone = zone;
    database.run(this::interruptUnfinished);
  }

  /** All connections, by name. */
  public List<Connection> list() {
    return table.values();
  }

  /**
   * One connection.
   *
   * @throws WinnowException CONNECTION_NOT_FOUND
   */
  public Connection get(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new WinnowException(
                    ProblemCode.CONNECTION_NOT_FOUND,
                    "There is no connection %s.".formatted(Excerpt.quoted(name))));
  }

  private Optional<Connection> find(String name) {
    return NAME.matcher(name).matches() ? table.get(name) : Optional.empty();
  }

  /** How far it has been read, and when it is read next. */
  public ConnectionState state(String name) {
    return states.get(name).orElse(ConnectionState.NEW);
  }

  /** Its latest runs, the latest first. */
  public List<ConnectionRun> runs(String name) {
    return runs.of(get(name).name());
  }

  /**
   * Makes a connection.
   *
   * @throws WinnowException INVALID_CONNECTION with everything that is wrong, ALREADY_EXISTS
   */
  public Connection create(String name, ConnectionDraft draft, String by) {
    return database.write(
        () -> {
          if (find(name).isPresent()) {
            throw new WinnowException(
                ProblemCode.ALREADY_EXISTS,
                List.of(new Fault("/name", "There is a connection of this name.", "")));
          }
          if (table.values().size() >= MOST) {
            throw new WinnowException(
                ProblemCode.INVALID_CONNECTION,
                "There are %d connections already, which is the limit.".formatted(MOST));
          }
          return keep(checked(name, draft, by, true), draft.reread());
        });
  }

  /** Changes a connection; a password that is not given stays. */
  public Connection update(String name, ConnectionDraft draft, String by) {
    return database.write(
        () -> {
          var _ = get(name);
          return keep(checked(name, draft, by, true), draft.reread());
        });
  }

  /** Forgets a connection, its password and its runs; what it has imported stays. */
  public void delete(String name) {
    database.run(
        () -> {
          String known = get(name).name();
          runs.forget(known);
          states.remove(known);
          table.remove(known);
        });
  }

  /**
   * The connection that a draft would become, to be tried out; it may have no mapping yet.
   *
   * @throws WinnowException INVALID_CONNECTION with everything that is wrong
   */
  public Connection drafted(String name, ConnectionDraft draft, String by) {
    return checked(name, draft, by, false);
  }

  private Connection checked(String name, ConnectionDraft draft, String by, boolean kept) {
    if (!NAME.matcher(name).matches()) {
      throw new WinnowException(
          ProblemCode.INVALID_CONNECTION,
          List.of(
              new Fault(
                  "/name",
                  "This is no name of a connection.",
                  "1 to 64 lower-case letters, digits and hyphens, the first no hyphen.")));
    }
    Optional<Connection> before = table.get(name);
    ConnectionCheck.refuseIfWrong(draft, before, kept);
    String purpose = Connection.purpose(name, draft.url(), draft.user());
    return new Connection(
        name,
        draft.label().strip(),
        draft.url(),
        draft.user(),
        draft
            .password()
            .map(password -> vault.lock(password, purpose))
            .or(() -> before.flatMap(Connection::password)),
        draft.query(),
        draft.watermark(),
        draft.schedule(),
        draft.mappingName(),
        draft.mapping(),
        draft.mode(),
        draft.enabled(),
        before.map(old -> old.version() + 1).orElse(1),
        clock.instant(),
        by);
  }

  /** Writes it down, and plans its next run when the plan has changed. */
  private Connection keep(Connection fresh, boolean reread) {
    Optional<Connection> before = table.get(fresh.name());
    ConnectionState state = state(fresh.name());
    boolean replanned =
        before
            .filter(old -> old.schedule().equals(fresh.schedule()))
            .filter(old -> old.enabled() == fresh.enabled())
            .isEmpty();
    if (replanned || state.failures() > 0) {
      state =
          state.next(
              fresh.enabled() ? fresh.schedule().first(clock.instant(), zone) : Optional.empty());
    }
    boolean another =
        before
            .filter(old -> column(old).equals(column(fresh)) && old.url().equals(fresh.url()))
            .isEmpty();
    if (reread || another) {
      state = state.at(Optional.empty());
    }
    states.put(fresh.name(), state);
    table.put(fresh.name(), fresh);
    return fresh;
  }

  private static Optional<String> column(Connection connection) {
    return connection.watermark().map(Connection.Marker::column);
  }

  /** Names of those whose schedule says that they are to be read now. */
  List<String> due() {
    Instant now = clock.instant();
    return table.values().stream()
        .filter(Connection::enabled)
        .map(Connection::name)
        .filter(name -> state(name).nextRunAt().filter(at -> !at.isAfter(now)).isPresent())
        .toList();
  }

  /** Notes that a run begins. */
  ConnectionRun begun(Connection connection, Optional<String> by, Optional<String> from) {
    return database.write(
        () -> {
          ConnectionState state = state(connection.name()).begun();
          states.put(connection.name(), state);
          ConnectionRun run =
              new ConnectionRun(
                  state.runs(),
                  ConnectionRun.State.RUNNING,
                  by,
                  clock.instant(),
                  Optional.empty(),
                  from,
                  Optional.empty(),
                  RunCounts.NONE,
                  Optional.empty(),
                  Optional.empty(),
                  List.of());
          put(connection.name(), run);
          return run;
        });
  }

  void put(String name, ConnectionRun run) {
    runs.put(name, run);
  }

  /**
   * Notes the end of a run and plans the next. The watermark moves only when the connection is
   * still the one that was read.
   *
   * @return imports of runs that are no longer kept
   */
  List<String> ended(Connection read, ConnectionRun run) {
    return database.write(
        () -> {
          Optional<Connection> now = table.get(read.name());
          if (now.isEmpty()) {
            return List.of();
          }
          if (run.state() == ConnectionRun.State.POSTPONED) {
            runs.remove(read.name(), run);
            Instant again = clock.instant().plus(POSTPONED_BY);
            states.put(read.name(), state(read.name()).next(Optional.of(again)));
            return List.of();
          }
          boolean well = run.state() == ConnectionRun.State.DONE;
          ConnectionState state = state(read.name()).ended(well);
          if (well && run.to().isPresent() && now.get().version() == read.version()) {
            state = state.at(run.to());
          }
          states.put(read.name(), state.next(nextAfter(now.get(), run, state.failures())));
          put(read.name(), run);
          return runs.forgetOld(read.name(), RUNS_KEPT);
        });
  }

  private Optional<Instant> nextAfter(Connection connection, ConnectionRun run, int failures) {
    return connection.enabled()
        ? connection.schedule().next(run.startedAt(), clock.instant(), failures, zone)
        : Optional.empty();
  }

  /** What was under way when Winnow stopped is read again at once, if it has a schedule. */
  private void interruptUnfinished() {
    for (Connection connection : table.values()) {
      String name = connection.name();
      boolean cut = false;
      for (ConnectionRun run : runs.of(name)) {
        if (run.state() == ConnectionRun.State.RUNNING) {
          put(name, run.as(ConnectionRun.State.INTERRUPTED, clock.instant()));
          cut = true;
        }
      }
      if (cut && connection.enabled() && !(connection.schedule() instanceof Schedule.Off)) {
        states.put(name, state(name).next(Optional.of(clock.instant())));
      }
    }
  }
}
