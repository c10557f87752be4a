package dev.winnow.tables;

import dev.winnow.problem.Excerpt;
import dev.winnow.problem.Fault;
import dev.winnow.problem.Nearest;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a database query, read forward as a stream in a transaction that is never committed.
 * A row's number is its place in the answer, the first being 1. On the way it remembers the
 * greatest value of a watermark column.
 *
 * <p>For one thread.
 */
public final class JdbcSource implements RowSource {
  /** Longest text in a cell, in characters; a row with a longer one is refused. */
  static final int MAX_CELL = 1_000_000;

  /** So many rows are fetched at once. */
  private static final int FETCH = 500;

  private final Connection connection;
  private final PreparedStatement statement;
  private final ResultSet rows;
  private final List<JdbcCells> columns;
  private final List<String> header;
  private final @Nullable JdbcCells marker;
  private Optional<Watermark> greatest = Optional.empty();
  private final String hidden;
  private long number;
  private boolean ahead;
  private boolean over;

  /**
   * What to ask.
   *
   * @param sql one SELECT with question marks for the parameters
   * @param from taken for every parameter; empty when there are none
   * @param watermark label of the column whose greatest value is remembered
   * @param zone in which points in time are written
   * @param patience how long the answer may take to begin
   * @param most so many rows are asked for; 0 for all
   * @param hidden a secret that no message repeats; empty for none
   */
  public record Query(
      String sql,
      int parameters,
      Optional<Watermark> from,
      Optional<String> watermark,
      ZoneId zone,
      Duration patience,
      int most,
      String hidden) {
    @Override
    public String toString() {
      return sql;
    }
  }

  private JdbcSource(Connection connection, PreparedStatement statement, Query query)
      throws SQLException {
    this.connection = connection;
    this.statement = statement;
    this.hidden = query.hidden();
    statement.setFetchSize(FETCH);
    statement.setMaxRows(query.most());
    statement.setQueryTimeout((int) query.patience().toSeconds());
    for (int i = 1; i <= query.parameters(); i++) {
      statement.setObject(i, query.from().orElseThrow().parameter());
    }
    this.rows = statement.executeQuery();
    this.columns = columns(rows.getMetaData(), query.zone());
    this.header = columns.stream().map(JdbcCells::label).toList();
    this.marker = query.watermark().map(this::column).orElse(null);
  }

  /**
   * Asks the query; the connection is closed with the source, or at once when this fails.
   *
   * @throws WinnowException DATABASE_FAILED when the database refuses it, INVALID_CONNECTION when
   *     its columns cannot be read
   */
  public static JdbcSource open(Connection connection, Query query) {
    try {
      connection.setAutoCommit(false);
      return new JdbcSource(
          connection,
          connection.prepareStatement(
              query.sql(), ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY),
          query);
    } catch (SQLException e) {
      abort(connection);
      throw DatabaseProblem.of("", e, query.hidden());
    } catch (RuntimeException e) {
      abort(connection);
      throw e;
    }
  }

  private static List<JdbcCells> columns(ResultSetMetaData data, ZoneId zone) throws SQLException {
    List<JdbcCells> columns = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 1; i <= data.getColumnCount(); i++) {
      JdbcCells cells = JdbcCells.of(data, i, zone);
      columns.add(cells);
      cells.flaw().ifPresent(faults::add);
      if (cells.label().isEmpty() || cells.label().equals("?column?")) {
        faults.add(
            new Fault("/query", "Column %d has no name.".formatted(i), "Give it one with AS."));
      } else if (!seen.add(cells.label())) {
        faults.add(
            new Fault(
                "/query",
                "The column %s occurs twice.".formatted(Excerpt.quoted(cells.label())),
                "Give one of them another name with AS."));
      }
    }
    WinnowException.throwIfAny(ProblemCode.INVALID_CONNECTION, faults);
    return columns;
  }

  private JdbcCells column(String name) {
    return columns.stream()
        .filter(column -> column.label().equals(name))
        .findFirst()
        .or(() -> columns.stream().filter(each -> each.label().equalsIgnoreCase(name)).findFirst())
        .orElseThrow(
            () ->
                new WinnowException(
                    ProblemCode.INVALID_CONNECTION,
                    List.of(
                        new Fault(
                            "/watermark/column",
                            "The query has no column %s.".formatted(Excerpt.quoted(name)),
                            Nearest.hint(name, header)))));
  }

  @Override
  public List<String> header() {
    return header;
  }

  /** The greatest value of the watermark column in the rows read so far. */
  public Optional<Watermark> greatest() {
    return greatest;
  }

  @Override
  public boolean hasNext() {
    if (!ahead && !over) {
      try {
        ahead = rows.next();
        over = !ahead;
      } catch (SQLException e) {
        throw broken(e);
      }
    }
    return ahead;
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    ahead = false;
    number++;
    List<String> cells = new ArrayList<>(columns.size());
    List<Fault> faults = new ArrayList<>();
    try {
      for (JdbcCells column : columns) {
        String text = column.text(rows);
        if (text.length() > MAX_CELL) {
          faults.add(
              new Fault(
                  column.label(),
                  "The cell has %,d characters.".formatted(text.length()),
                  "At most %,d.".formatted(MAX_CELL)));
          text = "";
        }
        cells.add(text);
      }
      if (marker != null) {
        marker
            .watermark(rows)
            .ifPresent(value -> greatest = Optional.of(greatest.map(value::max).orElse(value)));
      }
    } catch (SQLException e) {
      throw broken(e);
    }
    return new Row(number, cells, faults);
  }

  private WinnowException broken(SQLException e) {
    over = true;
    String where = number == 0 ? "" : "After row %,d: ".formatted(number);
    return DatabaseProblem.of(where, e, hidden);
  }

  /** Ends the transaction; a stream that was not read to its end is cut off. */
  @Override
  public void close() {
    if (!over) {
      abort(connection);
      return;
    }
    try (connection;
        statement;
        rows) {
      connection.rollback();
    } catch (SQLException e) {
      abort(connection);
    }
  }

  private static void abort(Connection connection) {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      System.getLogger(JdbcSource.class.getName())
          .log(System.Logger.Level.DEBUG, "The connection was gone already.", e);
    }
  }
}
