package dev.winnow.bench;

import dev.winnow.bench.FacetSql.Dialect;
import dev.winnow.bench.Population.Person;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * PostgreSQL 15 on this machine. Values are small numbers, given to it as such; every facet has a
 * B-tree index, or a GIN index when it is an array, and the planner has fresh statistics.
 */
final class PostgresPeer extends SqlPeer {
  static final String NAME = "PostgreSQL 15";

  /**
   * For much memory and no surprises while measuring; whatever makes writes durable is as it was.
   */
  static final List<String> SETTINGS =
      List.of(
          "shared_buffers = 2GB",
          "effective_cache_size = 8GB",
          "work_mem = 256MB",
          "maintenance_work_mem = 1GB",
          "max_wal_size = 16GB",
          "wal_level = minimal",
          "max_wal_senders = 0",
          "random_page_cost = 1.1",
          "jit = off");

  /** How a word of the name is found. */
  enum Words implements Dialect {
    /** By the array of its words. */
    ARRAY {
      @Override
      public String word(String word) {
        return any("words", List.of(Codes.word(word)));
      }
    },
    /** As a part of the name, by its trigrams. */
    TRIGRAMS {
      @Override
      public String word(String word) {
        return "name ILIKE '%" + word + "%'";
      }
    };

    @Override
    public String any(String column, List<Integer> codes) {
      return "%s && '{%s}'::smallint[]".formatted(column, FacetSql.list(codes));
    }

    @Override
    public boolean filtersBySide() {
      return false;
    }
  }

  private final PostgresCluster cluster;
  private final long postmaster;
  private final long backend;

  private PostgresPeer(Path folder, PostgresCluster cluster, Connection connection, Dialect dialect)
      throws IOException, SQLException {
    super(folder, connection, dialect);
    this.cluster = cluster;
    postmaster = cluster.postmaster();
    backend = backend(connection);
  }

  /**
   * Starts a PostgreSQL.
   *
   * @throws Unavailable when it is not installed
   */
  static PostgresPeer open(Path folder, Words words)
      throws Unavailable, SQLException, IOException, InterruptedException {
    List<String> settings = new ArrayList<>(SETTINGS);
    settings.add("autovacuum = off");
    PostgresCluster cluster = PostgresCluster.start(folder, settings);
    try {
      return new PostgresPeer(folder, cluster, cluster.connect(), words);
    } catch (Unavailable | SQLException | IOException e) {
      cluster.close();
      throw e;
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  List<String> tables() {
    return create();
  }

  static List<String> create() {
    List<String> statements = new ArrayList<>();
    StringBuilder columns =
        new StringBuilder("num integer NOT NULL, id text NOT NULL, name text, words smallint[]");
    for (Codes facet : Codes.ALL) {
      columns.append(", ").append(facet.name()).append(facet.multi() ? " smallint[]" : " smallint");
      if (facet.multi()) {
        statements.add("CREATE TABLE s_" + facet.name() + " (num integer, v smallint)");
      }
    }
    statements.add("CREATE TABLE c (" + columns + ", spend bigint)");
    return statements;
  }

  @Override
  String line(Person person) {
    return row(person);
  }

  /** A customer as a line for COPY. */
  static String row(Person person) {
    StringBuilder line = new StringBuilder();
    line.append(person.index()).append('\t').append(person.id()).append('\t');
    line.append(person.name()).append('\t').append(array(Codes.words(person)));
    for (Codes facet : Codes.ALL) {
      int[] codes = facet.of(person);
      line.append('\t');
      if (facet.multi()) {
        line.append(array(codes));
      } else if (codes.length > 0) {
        line.append(codes[0]);
      }
    }
    return line.append('\t').append(person.spend() < 0 ? "" : person.spend()).toString();
  }

  static String array(int[] codes) {
    return IntStream.of(codes).mapToObj(String::valueOf).collect(Collectors.joining(",", "{", "}"));
  }

  @Override
  String copy(Path file) {
    return copyFrom(file);
  }

  static String copyFrom(Path file) {
    return "COPY c FROM '" + file.toAbsolutePath() + "' WITH (NULL '')";
  }

  @Override
  List<String> indexes() {
    List<String> statements = new ArrayList<>(tableIndexes());
    statements.add("CREATE UNIQUE INDEX ON c (num)");
    statements.add("CREATE INDEX ON c USING gin (words)");
    for (Codes facet : Codes.ALL) {
      if (facet.multi()) {
        statements.add("CREATE INDEX ON s_" + facet.name() + " (num)");
      }
    }
    statements.add("VACUUM ANALYZE");
    return statements;
  }

  /** Those of the customers' table that filters by facet and amount, and writes by id, need. */
  static List<String> tableIndexes() {
    List<String> statements = new ArrayList<>();
    statements.add("ALTER TABLE c ADD PRIMARY KEY (id)");
    statements.add("CREATE INDEX ON c (spend)");
    for (Codes facet : Codes.ALL) {
      String kind = facet.multi() ? "USING gin " : "";
      statements.add("CREATE INDEX ON c " + kind + "(" + facet.name() + ")");
    }
    return statements;
  }

  @Override
  List<String> upkeep() {
    return List.of("VACUUM ANALYZE");
  }

  @Override
  List<String> settings(int threads) {
    return List.of("SET max_parallel_workers_per_gather = " + (threads - 1));
  }

  @Override
  long processorTime() throws IOException {
    return ProcessorTime.of(backend) + ProcessorTime.ofEndedChildren(postmaster);
  }

  /** What it costs to fetch the first customers, in any order, that satisfy a condition. */
  Cost first(String condition, int limit) throws Exception {
    String sql =
        "SELECT 0, NULL::smallint, 0, id, name, words, %s, spend FROM c WHERE %s LIMIT %d"
            .formatted(FacetSql.names(Codes.ALL), condition, limit);
    return ask(List.of(sql)).cost();
  }

  @Override
  public void close() throws IOException, SQLException {
    super.close();
    cluster.close();
  }

  private static long backend(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
      row.next();
      return row.getLong(1);
    }
  }
}
