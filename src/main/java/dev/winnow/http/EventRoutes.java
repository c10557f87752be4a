package dev.winnow.http;

import dev.winnow.imports.ImportRun;
import dev.winnow.imports.Imports;
import dev.winnow.imports.State;
import dev.winnow.jobs.Job;
import dev.winnow.jobs.Jobs;
import java.io.IOException;

/** Imports and jobs as they go on. */
final class EventRoutes {
  private final Imports imports;
  private final Jobs jobs;
  private final Feeds feeds;
  private final ImportJson writer;

  EventRoutes(Imports imports, Jobs jobs, Feeds feeds) {
    this.imports = imports;
    this.jobs = jobs;
    this.feeds = feeds;
    this.writer = new ImportJson(imports);
  }

  void importEvents(Call call) throws IOException {
    new Params(call.http()).check();
    String id = call.path("id");
    feeds.open(
        call.http(),
        "import",
        () -> {
          ImportRun run = imports.get(id);
          boolean going = run.state().isBusy() || run.state() == State.UPLOADING;
          return new Feeds.Moment(writer.one(run), !going && imports.live(id).isEmpty());
        });
  }

  void jobEvents(Call call) throws IOException {
    new Params(call.http()).check();
    String id = call.path("id");
    feeds.open(
        call.http(),
        "job",
        () -> {
          Job job = JobRoutes.find(jobs, id);
          return new Feeds.Moment(
              Json.write(json -> JobRoutes.write(json, job)), job.state() != Job.State.RUNNING);
        });
  }
}
