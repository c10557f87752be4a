package dev.winnow;

import dev.winnow.connections.ConnectionClock;
import dev.winnow.connections.ConnectionMappings;
import dev.winnow.connections.ConnectionReader;
import dev.winnow.connections.ConnectionRun.Written;
import dev.winnow.connections.ConnectionRunner;
import dev.winnow.connections.Connections;
import dev.winnow.connections.Drivers;
import dev.winnow.connections.Intake;
import dev.winnow.connections.RunCounts;
import dev.winnow.connections.Vault;
import dev.winnow.http.ConnectionServices;
import dev.winnow.imports.ImportTarget;
import dev.winnow.imports.RowImport;
import dev.winnow.ingest.Tally;
import dev.winnow.jobs.Jobs;
import dev.winnow.mapping.ColumnMapping.Rows;
import dev.winnow.schema.Schema;
import dev.winnow.store.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;

/** The parts of standing connections, joined. */
public record ConnectionParts(ConnectionServices services, ConnectionClock clock) {
  /**
   * Joins them.
   *
   * @param data the data folder, with the key of the passwords and the folder of drivers
   */
  public static ConnectionParts of(
      Path data,
      Schema schema,
      Database database,
      Jobs jobs,
      Clock clock,
      ZoneId zone,
      Function<Rows, ImportTarget> target) {
    Vault vault = new Vault(data);
    Connections connections = new Connections(database, vault, clock, zone);
    ConnectionReader reader = new ConnectionReader(vault, new Drivers(data), zone);
    ConnectionMappings mappings = new ConnectionMappings(schema, _ -> Optional.empty());
    ConnectionRunner runner =
        new ConnectionRunner(
            connections, reader, mappings, intake(schema, target), jobs, clock, zone);
    return new ConnectionParts(
        new ConnectionServices(connections, reader, runner, mappings),
        new ConnectionClock(connections, runner));
  }

  private static Intake intake(Schema schema, Function<Rows, ImportTarget> target) {
    return (connection, mapping, rows, progress) -> {
      Rows kind = mapping.parts().getFirst().rows();
      Tally tally =
          new RowImport(schema, mapping, target.apply(kind), _ -> {})
              .run(rows);
      return new Written(
          new RunCounts(
              tally.inserted() + tally.updated() + tally.unchanged() + tally.rejected(),
              tally.inserted(),
              tally.updated(),
              tally.unchanged(),
              tally.rejected(),
              0,
              0),
          Optional.empty());
    };
  }
}
