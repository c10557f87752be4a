package dev.winnow.bench.solr;

import dev.winnow.bench.process.Commands;
import dev.winnow.bench.process.Commands.Command;
import dev.winnow.bench.process.Stopwatch;
import dev.winnow.bench.solr.Answers.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Solr as a process: {@code open} a folder, {@code load} and {@code change} customers, ask for a
 * {@code screen}, a {@code count} or a {@code lookup}.
 */
public final class SolrProcess {
  private final Map<Trials.Kind, Trials> trials = new HashMap<>();
  private @Nullable Customers customers;
  private int threads = 1;

  public static void main(String[] args) throws IOException {
    OutputStream out = Commands.takeOutput();
    SolrProcess process = new SolrProcess();
    Map<String, Command> commands =
        Map.of(
            "open", process::open,
            "load", process::load,
            "clear", (_, _) -> process.customers().clear(),
            "change", process::change,
            "threads", (asked, _) -> process.threads = asked.get("threads").asInt(),
            "screen", process::screen,
            "count", process::count,
            "lookup", process::lookup);
    Commands.serve(commands, out);
    if (process.customers != null) {
      process.customers.close();
    }
  }

  private void open(JsonNode asked, ObjectNode answer) throws IOException {
    customers =
        Customers.create(Path.of(asked.get("folder").asString()), Facet.read(asked.get("facets")));
  }

  private void load(JsonNode asked, ObjectNode answer) throws Exception {
    Stopwatch.time(
        answer,
        () -> {
          customers().put(Path.of(asked.get("rows").asString()), asked.get("threads").asInt());
          customers().commit();
          return true;
        });
  }

  private void change(JsonNode asked, ObjectNode answer) throws Exception {
    customers().put(Path.of(asked.get("rows").asString()), 1);
    customers().delete(Path.of(asked.get("deletes").asString()));
    customers().commit();
    trials.clear();
  }

  /** The first questions of a kind are tried in every form, which also fills the caches. */
  private void screen(JsonNode asked, ObjectNode answer) throws Exception {
    Question question = Question.read(asked.get("filters"), customers().facets());
    Form form =
        trials
            .computeIfAbsent(Trials.Kind.of(question, threads), _ -> new Trials())
            .best(candidate -> ask(question, candidate));
    write(Stopwatch.time(answer, () -> ask(question, form)), answer);
    answer.put("form", form.name());
  }

  private void count(JsonNode asked, ObjectNode answer) throws Exception {
    Question question = Question.read(asked.get("filters"), customers().facets());
    Answers answers = new Answers(customers().core(), List.of());
    write(Stopwatch.time(answer, () -> answers.ask(question.params(), Form.SETS)), answer);
  }

  /** The first customers whose names hold a word, best first, with the facets of all of them. */
  private void lookup(JsonNode asked, ObjectNode answer) throws Exception {
    ModifiableSolrParams params = new ModifiableSolrParams();
    params.set("q", "{!term f=name}" + asked.get("word").asString()).set("fl", "*");
    params.set("rows", asked.get("limit").asInt());
    Form.DOC_VALUES.ask(params, customers().facets(), 1);
    Answers answers = new Answers(customers().core(), customers().facets());
    write(Stopwatch.time(answer, () -> answers.ask(params, Form.DOC_VALUES)), answer);
  }

  private Answer ask(Question question, Form form) throws IOException {
    ModifiableSolrParams params = question.params();
    form.ask(params, customers().facets(), threads);
    return new Answers(customers().core(), customers().facets()).ask(params, form);
  }

  private Customers customers() {
    return Objects.requireNonNull(customers, "no folder has been opened");
  }

  private static void write(Answer found, ObjectNode answer) {
    answer.put("total", found.total());
    ObjectNode counts = answer.putObject("counts");
    found
        .counts()
        .forEach(
            (facet, values) -> {
              ObjectNode node = counts.putObject(facet);
              values.forEach(node::put);
            });
  }
}
