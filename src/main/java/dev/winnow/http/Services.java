package dev.winnow.http;

import dev.winnow.access.Caller;
import dev.winnow.access.Keys;
import dev.winnow.access.Sessions;
import dev.winnow.customer.Origin;
import dev.winnow.duplicates.Duplicates;
import dev.winnow.engine.CustomerStore;
import dev.winnow.engine.Engine;
import dev.winnow.imports.Imports;
import dev.winnow.ingest.Pipeline;
import dev.winnow.schema.Schema;
import dev.winnow.segment.Segments;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What the routes work with.
 *
 * @param zone in which a day begins, for relative dates
 */
public record Services(
    Schema schema,
    Engine engine,
    CustomerStore store,
    Pipeline pipeline,
    ActivityServices activities,
    Segments segments,
    RuleServices rules,
    Duplicates duplicates,
    Imports imports,
    Keys keys,
    Sessions sessions,
    Clock clock,
    ZoneId zone,
    ConnectionServices connections) {
  /** What the caller writes now comes from there. */
  Origin origin(Caller caller) {
    return new Origin("api:" + caller.name(), clock.instant());
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }
}
