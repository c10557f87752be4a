package dev.winnow.imports;

import dev.winnow.activity.ActivityCodec;
import dev.winnow.activity.ActivityReader;
import dev.winnow.duplicates.Duplicates;
import dev.winnow.engine.ActivityStore;
import dev.winnow.engine.CustomerStore;
import dev.winnow.engine.Engine;
import dev.winnow.ingest.ActivityPipeline;
import dev.winnow.ingest.Pipeline;
import dev.winnow.jobs.Jobs;
import dev.winnow.schema.Schema;
import dev.winnow.store.Database;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What imports work with.
 *
 * @param folder where their files are kept
 */
public record ImportServices(
    Schema schema,
    Engine engine,
    CustomerStore store,
    Pipeline pipeline,
    Activities activities,
    Duplicates duplicates,
    Database database,
    Jobs jobs,
    Clock clock,
    Path folder) {
  /** What happened with customers. */
  public record Activities(
      ActivityStore store, ActivityPipeline pipeline, ActivityReader reader, ActivityCodec codec) {}
}
