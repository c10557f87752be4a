package dev.winnow.bench;

import dev.winnow.bench.FacetSql.Dialect;
import dev.winnow.bench.Population.Person;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * DuckDB in this process and in memory. Values are small numbers, taken from enumerated types while
 * the file is read; facets of several values are lists, and side tables beside them.
 */
final class DuckDbPeer extends SqlPeer {
  static final String NAME = "DuckDB 2.0.0";
  private static final Dialect DIALECT =
      new Dialect() {
        @Override
        public String any(String column, List<Integer> codes) {
          return codes.stream()
              .map(code -> "list_contains(%s, %d::SMALLINT)".formatted(column, code))
              .collect(Collectors.joining(" OR ", "(", ")"));
        }

        @Override
        public String word(String word) {
          return any("words", List.of(Codes.word(word)));
        }

        @Override
        public boolean filtersBySide() {
          return true;
        }
      };

  private DuckDbPeer(Path folder, Connection connection) {
    super(folder, connection, DIALECT);
  }

  /**
   * Opens one in memory.
   *
   * @param folder for the files it is filled from
   * @throws Unavailable when its library cannot be had
   */
  static DuckDbPeer open(Path folder)
      throws SQLException, IOException, InterruptedException, Unavailable {
    return new DuckDbPeer(folder, Drivers.DUCKDB.connect("jdbc:duckdb:", new Properties()));
  }

  /** Opens one that keeps its tables in a file in the folder. */
  static DuckDbPeer openOnDisk(Path folder)
      throws SQLException, IOException, InterruptedException, Unavailable {
    String url = "jdbc:duckdb:" + folder.resolve("duckdb");
    return new DuckDbPeer(folder, Drivers.DUCKDB.connect(url, new Properties()));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  List<String> tables() {
    List<String> statements = new ArrayList<>();
    StringBuilder columns =
        new StringBuilder("num INTEGER, id VARCHAR, name VARCHAR, words SMALLINT[]");
    for (Codes facet : Codes.ALL) {
      statements.add(
          facet.values().stream()
              .collect(
                  Collectors.joining(
                      "', '", "CREATE TYPE e_" + facet.name() + " AS ENUM ('", "')")));
      columns.append(", ").append(facet.name()).append(facet.multi() ? " SMALLINT[]" : " SMALLINT");
      if (facet.multi()) {
        statements.add("CREATE TABLE s_" + facet.name() + " (num INTEGER, v SMALLINT)");
      }
    }
    statements.add("CREATE TABLE c (" + columns + ", spend BIGINT)");
    return statements;
  }

  @Override
  String line(Person person) {
    return Rows.line(person);
  }

  @Override
  String copy(Path file) {
    String read = "list_transform(string_split(%s, '%s'), lambda v: %s::SMALLINT)";
    StringBuilder columns =
        new StringBuilder("id[2:]::INTEGER, id, name, ")
            .append(read.formatted("name", " ", "v[5:]"));
    StringBuilder types = new StringBuilder("'id': 'VARCHAR', 'name': 'VARCHAR'");
    for (Codes facet : Codes.ALL) {
      String name = facet.name();
      columns
          .append(", ")
          .append(
              facet.multi()
                  ? "COALESCE(" + read.formatted(name, ";", code("v", name)) + ", [])"
                  : code(name, name) + "::SMALLINT");
      types.append(", '").append(name).append("': 'VARCHAR'");
    }
    return """
    INSERT INTO c SELECT %s, spend FROM read_csv('%s', delim = '\\t', header = false,
    quote = '', escape = '', columns = {%s, 'spend': 'BIGINT'})"""
        .formatted(columns, file, types);
  }

  @Override
  List<String> indexes() {
    return List.of("ANALYZE");
  }

  @Override
  List<String> upkeep() {
    return List.of("CHECKPOINT", "ANALYZE");
  }

  @Override
  List<String> settings(int threads) {
    return List.of("PRAGMA threads = " + threads);
  }

  @Override
  long processorTime() throws IOException {
    return ProcessorTime.here();
  }

  private static String code(String value, String facet) {
    return "enum_code(" + value + "::e_" + facet + ")";
  }
}
