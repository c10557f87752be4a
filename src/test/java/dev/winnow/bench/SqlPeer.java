package dev.winnow.bench;

import dev.winnow.bench.FacetSql.Dialect;
import dev.winnow.bench.FacetSql.Form;
import dev.winnow.bench.FacetSql.Shape;
import dev.winnow.bench.Population.Person;
import dev.winnow.bench.Screens.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A database under comparison: every question is asked in the form that suits it best. */
abstract class SqlPeer implements Peer {
  private final Path folder;
  private final Connection connection;
  private final Dialect dialect;
  private final SqlForms forms =
      new SqlForms(
          Stream.of(Shape.values())
              .flatMap(shape -> Stream.of(new Form(shape, false), new Form(shape, true)))
              .toList());
  private final SqlForms countForms;
  private int threads = 1;

  SqlPeer(Path folder, Connection connection, Dialect dialect) {
    this.folder = folder;
    this.connection = connection;
    this.dialect = dialect;
    Form plain = new Form(Shape.PER_FACET, false);
    countForms =
        new SqlForms(
            dialect.filtersBySide()
                ? List.of(plain, new Form(Shape.PER_FACET, true))
                : List.of(plain));
  }

  /** Makes the empty tables. */
  abstract List<String> tables();

  /** A customer as a line of the file that {@link #copy} reads. */
  abstract String line(Person person);

  /** The statement that adds a file of customers to the table {@code c}. */
  abstract String copy(Path file);

  /** Indexes and statistics, after the first rows are in. */
  abstract List<String> indexes();

  /** What a well-kept database does after many changes. */
  abstract List<String> upkeep();

  /** Lets a statement use so many threads. */
  abstract List<String> settings(int threads);

  /** Processor time spent so far by the threads that answer, in nanoseconds. */
  abstract long processorTime() throws Exception;

  @Override
  public void load(Population population, long customers) throws Exception {
    run(tables());
    Path file = folder.resolve("customers.tsv");
    Rows.write(population, 0, customers, file, 0, _ -> true, this::line);
    fill(file);
    Files.delete(file);
  }

  /** From a file to tables that can be asked. */
  void fill(Path file) throws SQLException {
    run(List.of(copy(file)));
    for (Codes facet : Codes.ALL) {
      if (facet.multi()) {
        run(List.of(sideRows(facet, "")));
      }
    }
    run(indexes());
  }

  @Override
  public void change(Population population, long customers, int every) throws Exception {
    long round = Math.max(every, (customers + CHANGE_ROUNDS - 1) / CHANGE_ROUNDS);
    Path file = folder.resolve("changed.tsv");
    for (long from = 0; from < customers; from += round) {
      long to = Math.min(customers, from + round);
      Rows.write(population, from, to, file, 1, index -> index % every == 0, this::line);
      String range = " WHERE num >= %d AND num < %d".formatted(from, to);
      String rewritten = range + " AND num %% %d = 0".formatted(every);
      List<String> statements = new ArrayList<>();
      for (Codes facet : Codes.ALL) {
        if (facet.multi()) {
          statements.add(
              "DELETE FROM s_" + facet.name() + range + " AND num % " + every + " IN (0, 1)");
        }
      }
      statements.add("DELETE FROM c" + range + " AND num % " + every + " IN (0, 1)");
      statements.add(copy(file));
      for (Codes facet : Codes.ALL) {
        if (facet.multi()) {
          statements.add(sideRows(facet, rewritten));
        }
      }
      run(statements);
      Files.delete(file);
    }
    run(upkeep());
  }

  @Override
  public void threads(int threads) throws SQLException {
    this.threads = threads;
    run(settings(threads));
  }

  @Override
  public boolean remembers() {
    return false;
  }

  @Override
  public Measured screen(Screen screen) throws Exception {
    SqlForms.Answer answer =
        forms.best(screen, false, threads, form -> ask(FacetSql.screen(dialect, form, screen)));
    Map<String, Map<String, Long>> counts = new HashMap<>();
    for (int i = 0; i < Codes.ALL.size(); i++) {
      counts.put(Codes.ALL.get(i).name(), Codes.ALL.get(i).byValue(answer.counts()[i]));
    }
    return new Measured(() -> new Counts(answer.total(), counts), answer.cost());
  }

  @Override
  public Measured count(Screen screen) throws Exception {
    SqlForms.Answer answer =
        countForms.best(
            screen, true, threads, form -> ask(List.of(FacetSql.count(dialect, form, screen))));
    return new Measured(() -> new Counts(answer.total(), Map.of()), answer.cost());
  }

  /** Says which forms were best, and closes the connection. */
  @Override
  public void close() throws IOException, SQLException {
    Stream.concat(forms.choices().stream(), countForms.choices().stream())
        .forEach(choice -> System.out.println(name() + ", " + choice));
    connection.close();
  }

  final void run(List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Runs the statements one after the other; their rows are added up. */
  final SqlForms.Answer ask(List<String> statements) throws Exception {
    long[][] counts = Codes.counters();
    long total = 0;
    long cpu = processorTime();
    long start = System.nanoTime();
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        try (ResultSet rows = statement.executeQuery(sql)) {
          while (rows.next()) {
            int facet = rows.getInt(1) - 1;
            int code = rows.getInt(2);
            if (facet < 0) {
              total += rows.getLong(3);
            } else if (!rows.wasNull()) {
              counts[facet][code] += rows.getLong(3);
            }
          }
        }
      }
    }
    long wall = System.nanoTime() - start;
    return new SqlForms.Answer(total, counts, new Cost(wall, processorTime() - cpu));
  }

  private static String sideRows(Codes facet, String where) {
    return "INSERT INTO s_%s SELECT num, unnest(%s) FROM c%s"
        .formatted(facet.name(), facet.name(), where);
  }
}
