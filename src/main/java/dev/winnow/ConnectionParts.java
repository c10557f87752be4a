package dev.winnow;

import dev.winnow.connections.ConnectionClock;
import dev.winnow.connections.ConnectionMappings;
import dev.winnow.connections.ConnectionReader;
import dev.winnow.connections.ConnectionRunner;
import dev.winnow.connections.Connections;
import dev.winnow.connections.Drivers;
import dev.winnow.connections.Intake;
import dev.winnow.connections.Vault;
import dev.winnow.http.ConnectionServices;
import dev.winnow.imports.Imports;
import dev.winnow.jobs.Jobs;
import dev.winnow.schema.Schema;
import dev.winnow.store.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;

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
      Imports imports,
      Jobs jobs,
      Clock clock,
      ZoneId zone) {
    Vault vault = new Vault(data);
    Connections connections = new Connections(database, vault, clock, zone);
    ConnectionReader reader = new ConnectionReader(vault, new Drivers(data), zone);
    ConnectionMappings mappings = new ConnectionMappings(schema, imports.mappings());
    Intake intake = new Intake(imports, jobs);
    ConnectionRunner runner =
        new ConnectionRunner(connections, reader, mappings, intake, jobs, clock, zone);
    return new ConnectionParts(
        new ConnectionServices(connections, reader, runner, mappings),
        new ConnectionClock(connections, runner));
  }
}
