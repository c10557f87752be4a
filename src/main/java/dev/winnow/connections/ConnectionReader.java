package dev.winnow.connections;

import dev.winnow.connections.Connection.Marker;
import dev.winnow.tables.JdbcSource;
import dev.winnow.tables.Watermark;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;

/** Asks a connection's query; its password is unlocked for that moment only. */
public final class ConnectionReader {
  /** How long a trial may take to answer. */
  private static final Duration TRIAL_PATIENCE = Duration.ofSeconds(30);

  private final Vault vault;
  private final Drivers drivers;
  private final ZoneId zone;

  /**
   * @param zone in which points in time are written
   */
  public ConnectionReader(Vault vault, Drivers drivers, ZoneId zone) {
    this.vault = vault;
    this.drivers = drivers;
    this.zone = zone;
  }

  /** The value that the next run begins at; empty when it reads everything. */
  static Optional<Watermark> from(Connection connection, ConnectionState state) {
    return connection
        .watermark()
        .map(
            marker ->
                state
                    .watermark()
                    .map(Watermark::parse)
                    .map(last -> last.before(marker.overlap()))
                    .orElseGet(() -> Watermark.parse(marker.first())));
  }

  /**
   * Reads all rows from a value on.
   *
   * @param work done with them; they are closed afterwards
   * @throws dev.winnow.problem.WinnowException DATABASE_FAILED, INVALID_CONNECTION; never with the
   *     password in it
   */
  <T> T read(Connection connection, Optional<Watermark> from, Function<JdbcSource, T> work) {
    return read(connection, from, Drivers.PATIENCE, 0, work);
  }

  /** Reads the first rows that the next run would read. */
  public <T> T tryOut(
      Connection connection, ConnectionState state, int rows, Function<JdbcSource, T> work) {
    return read(connection, from(connection, state), TRIAL_PATIENCE, rows, work);
  }

  private <T> T read(
      Connection connection,
      Optional<Watermark> from,
      Duration patience,
      int most,
      Function<JdbcSource, T> work) {
    String password =
        connection.password().map(locked -> vault.unlock(locked, connection.purpose())).orElse("");
    DatabaseAddress address = DatabaseAddress.of(connection.url());
    SelectStatement select = SelectStatement.of(connection.query(), address.kind());
    JdbcSource.Query query =
        new JdbcSource.Query(
            select.sql(),
            select.parameters(),
            from,
            connection.watermark().map(Marker::column),
            zone,
            patience,
            most,
            password);
    try (JdbcSource rows =
        JdbcSource.open(drivers.connect(address, connection.user(), password), query)) {
      return work.apply(rows);
    }
  }
}
