package dev.winnow.http;

import dev.winnow.jobs.Job;
import dev.winnow.jobs.Jobs;
import dev.winnow.problem.Excerpt;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import tools.jackson.core.JsonGenerator;

/** What goes on in the background, and how far it is. */
final class JobRoutes {
  private final Jobs jobs;

  JobRoutes(Jobs jobs) {
    this.jobs = jobs;
  }

  void list(Call call) {
    new Params(call.http()).check();
    call.json(
        Json.write(
            json -> {
              json.writeStartObject();
              json.writeArrayPropertyStart("jobs");
              jobs.list().forEach(job -> write(json, job));
              json.writeEndArray();
              json.writeEndObject();
            }));
  }

  void get(Call call) {
    new Params(call.http()).check();
    Job job = find(jobs, call.path("id"));
    call.json(Json.write(json -> write(json, job)));
  }

  void cancel(Call call) {
    new Params(call.http()).check();
    Job job = find(jobs, call.path("id"));
    jobs.cancel(job.id());
    accepted(call, job);
  }

  /** The job; a problem when there is none. */
  static Job find(Jobs jobs, String id) {
    return jobs.get(id)
        .orElseThrow(
            () ->
                new WinnowException(
                    ProblemCode.NOT_FOUND, "There is no job " + Excerpt.quoted(id) + "."));
  }

  /** Answers that work goes on in the background. */
  static void accepted(Call call, Job job) {
    call.http().header("Location", Api.BASE + "/jobs/" + job.id());
    call.json(
        202,
        Json.write(
            json -> {
              json.writeStartObject();
              json.writeStringProperty("job", job.id());
              json.writeEndObject();
            }));
  }

  static void write(JsonGenerator json, Job job) {
    json.writeStartObject();
    json.writeStringProperty("id", job.id());
    json.writeStringProperty("kind", job.kind());
    json.writeStringProperty("what", job.what());
    json.writeStringProperty("state", job.state().code());
    json.writeNumberProperty("done", job.done());
    json.writeNumberProperty("total", job.total());
    json.writeStringProperty("startedAt", job.startedAt().toString());
    json.writeName("finishedAt");
    job.finishedAt().ifPresentOrElse(at -> json.writeString(at.toString()), json::writeNull);
    job.problem().ifPresent(problem -> json.writeStringProperty("problem", problem));
    json.writeEndObject();
  }
}
