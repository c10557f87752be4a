package dev.winnow.duplicates;

import dev.winnow.engine.ActivityStore;
import dev.winnow.engine.CustomerStore;
import dev.winnow.engine.Engine;
import dev.winnow.engine.MatchIndex;
import dev.winnow.ingest.ActivityPipeline;
import dev.winnow.jobs.Jobs;
import dev.winnow.matching.Matching;
import dev.winnow.schema.Schema;
import dev.winnow.store.Database;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What {@link Duplicates} works with.
 *
 * @param aliases the same that the pipelines ask
 * @param folder for files of its own
 */
public record Surroundings(
    Schema schema,
    Matching matching,
    Engine engine,
    CustomerStore store,
    MatchIndex index,
    ActivityStore activities,
    ActivityPipeline pipeline,
    MergedCustomers aliases,
    Database database,
    Jobs jobs,
    Clock clock,
    Path folder) {}
