package dev.winnow.bench;

import dev.winnow.bench.Population.Person;
import dev.winnow.bench.WriteRace.Writer;
import dev.winnow.engine.CustomerStore.Durability;
import dev.winnow.engine.Write;
import dev.winnow.engine.Write.Expected;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Single upserts that are durable when acknowledged, by 1, 8 and 64 writers: Winnow, whose upserts
 * are visible then too, PostgreSQL with prepared statements over as many connections, and, for one
 * writer, Lucene with a commit for each. All folders are on one disk.
 */
final class UpsertBenchmark {
  private static final String WORK = "durable upserts";
  private static final String UNIT = "upserts/s";
  private static final List<Integer> WRITERS = List.of(1, 8, 64);
  private static final long MOST_CUSTOMERS = 100_000;

  private final Report report;
  private final Run run;
  private final long customers;
  private final WriteRace race;
  private final Path folder;

  private UpsertBenchmark(Report report, Run run, Path folder) {
    this.report = report;
    this.run = run;
    this.folder = folder;
    customers = Math.min(run.customers(), MOST_CUSTOMERS);
    race = new WriteRace(run.population(), customers);
  }

  static void run(Report report, Run run) throws Exception {
    Path folder = Files.createDirectories(run.folder().resolve("upserts"));
    try {
      UpsertBenchmark benchmark = new UpsertBenchmark(report, run, folder);
      Map<Integer, Double> ours = benchmark.winnow();
      benchmark.add("Lucene, a commit for each", 1, ours, benchmark.lucene());
      benchmark.postgres(ours);
    } catch (Unavailable e) {
      report.say("SKIPPED upserts of PostgreSQL: " + e.getMessage());
    } finally {
      Folders.delete(folder);
    }
  }

  private void add(String peer, int writers, Map<Integer, Double> ours, double theirs) {
    report.add(
        Figure.moreIsBetter(
            WORK,
            peer,
            Figure.NONE,
            writers,
            customers,
            ours.getOrDefault(writers, Double.NaN),
            theirs,
            UNIT));
  }

  private Map<Integer, Double> winnow() throws Exception {
    Map<Integer, Double> perSecond = new TreeMap<>();
    try (WinnowPeer peer = new WinnowPeer(folder.resolve("winnow"))) {
      peer.load(run.population(), customers);
      Writer writer =
          person -> {
            Write put = new Write.Put(WinnowPeer.customer(person), Expected.ANYTHING);
            var unused = peer.engine().apply(List.of(put), Durability.JOURNALED);
          };
      for (int writers : WRITERS) {
        perSecond.put(writers, race.perSecond(writers, () -> writer));
      }
    }
    return perSecond;
  }

  private double lucene() throws Exception {
    try (LucenePeer peer =
        new LucenePeer(Files.createDirectories(folder.resolve("lucene")), _ -> new SortedSetFacets())) {
      peer.load(run.population(), customers);
      return race.perSecond(1, () -> peer::writeDurably);
    }
  }

  private void postgres(Map<Integer, Double> ours) throws Exception {
    Path file = folder.resolve("customers.tsv");
    Rows.write(run.population(), 0, customers, file, 0, _ -> true, PostgresPeer::row);
    try (PostgresCluster cluster = PostgresCluster.start(folder, PostgresPeer.SETTINGS)) {
      try (Connection connection = cluster.connect();
          Statement statement = connection.createStatement()) {
        List<String> statements = new ArrayList<>(PostgresPeer.create());
        statements.add(PostgresPeer.copyFrom(file));
        statements.addAll(PostgresPeer.tableIndexes());
        statements.add("VACUUM ANALYZE");
        for (String sql : statements) {
          statement.execute(sql);
        }
      }
      for (int writers : WRITERS) {
        double theirs = race.perSecond(writers, () -> new PostgresWriter(cluster.connect()));
        add("PostgreSQL 15", writers, ours, theirs);
      }
    }
  }

  /** One connection with one prepared statement; each execution is a transaction. */
  private static final class PostgresWriter implements Writer {
    private final Connection connection;
    private final PreparedStatement upsert;

    PostgresWriter(Connection connection) throws SQLException {
      this.connection = connection;
      upsert = connection.prepareStatement(sql());
    }

    private static String sql() {
      List<String> columns = new ArrayList<>(List.of("num", "id", "name", "words"));
      Codes.ALL.forEach(facet -> columns.add(facet.name()));
      columns.add("spend");
      List<String> values = new ArrayList<>(Collections.nCopies(columns.size(), "?"));
      values.set(3, "?::smallint[]");
      for (int i = 0; i < Codes.ALL.size(); i++) {
        if (Codes.ALL.get(i).multi()) {
          values.set(4 + i, "?::smallint[]");
        }
      }
      return "INSERT INTO c (%s) VALUES (%s) ON CONFLICT (id) DO UPDATE SET %s"
          .formatted(
              String.join(", ", columns),
              String.join(", ", values),
              columns.stream()
                  .filter(column -> !column.equals("id"))
                  .map(column -> column + " = EXCLUDED." + column)
                  .collect(Collectors.joining(", ")));
    }

    @Override
    public void write(Person person) throws SQLException {
      int at = 1;
      upsert.setInt(at++, (int) person.index());
      upsert.setString(at++, person.id());
      upsert.setString(at++, person.name());
      upsert.setString(at++, PostgresPeer.array(Codes.words(person)));
      for (Codes facet : Codes.ALL) {
        int[] codes = facet.of(person);
        if (facet.multi()) {
          upsert.setString(at++, PostgresPeer.array(codes));
        } else if (codes.length > 0) {
          upsert.setShort(at++, (short) codes[0]);
        } else {
          upsert.setNull(at++, Types.SMALLINT);
        }
      }
      if (person.spend() >= 0) {
        upsert.setLong(at, person.spend());
      } else {
        upsert.setNull(at, Types.BIGINT);
      }
      if (upsert.executeUpdate() != 1) {
        throw new IllegalStateException("Not written: " + person);
      }
    }

    @Override
    public void close() throws SQLException {
      upsert.close();
      connection.close();
    }
  }
}
