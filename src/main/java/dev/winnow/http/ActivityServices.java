package dev.winnow.http;

import dev.winnow.activity.ActivityCodec;
import dev.winnow.activity.ActivityReader;
import dev.winnow.activity.Currencies;
import dev.winnow.engine.ActivityStore;
import dev.winnow.ingest.ActivityPipeline;

/** What the routes of activities work with. */
public record ActivityServices(
    ActivityStore store,
    ActivityPipeline pipeline,
    ActivityReader reader,
    ActivityCodec codec,
    Currencies currencies) {}
