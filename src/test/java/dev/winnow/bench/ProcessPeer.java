package dev.winnow.bench;

import dev.winnow.bench.Population.Facet;
import dev.winnow.bench.Population.Person;
import dev.winnow.bench.Screens.Filter;
import dev.winnow.bench.Screens.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A peer in a process of its own; customers are handed over as files. */
class ProcessPeer implements Peer {
  private final String name;
  private final PeerProcess process;
  private final Path folder;

  /**
   * @param folder for the engine's files and those handed over; empty at first
   */
  ProcessPeer(String name, PeerProcess process, Path folder) throws IOException {
    this.name = name;
    this.process = process;
    this.folder = folder;
    ObjectNode open = PeerProcess.command("open");
    open.put("folder", Files.createDirectories(folder.resolve("engine")).toString());
    ArrayNode facets = open.putArray("facets");
    for (Facet facet : Population.FACETS) {
      ObjectNode one = facets.addObject();
      one.put("name", facet.name()).put("kind", facet.kind().name());
      one.put("size", facet.values().size());
    }
    process.ask(open);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void load(Population population, long customers) throws IOException {
    Path rows = folder.resolve("rows.tsv");
    Rows.write(population, 0, customers, rows, 0);
    bulk(rows, 2);
    Files.delete(rows);
  }

  /** Inserts or replaces all customers of a file of {@link Rows}, durably; so many threads feed. */
  Cost bulk(Path rows, int threads) throws IOException {
    ObjectNode load = PeerProcess.command("load");
    return PeerProcess.cost(process.ask(load.put("rows", rows.toString()).put("threads", threads)));
  }

  /** Deletes all customers. */
  void clear() throws IOException {
    process.ask(PeerProcess.command("clear"));
  }

  @Override
  public void change(Population population, long customers, int every) throws IOException {
    long round = Math.max(every, (customers + CHANGE_ROUNDS - 1) / CHANGE_ROUNDS);
    for (long from = 0; from < customers; from += round) {
      change(population, from, Math.min(customers, from + round), every);
    }
  }

  /** A change of nothing ends with a commit, after which new searches begin. */
  @Override
  public void settle() throws IOException {
    Path nothing = folder.resolve("nothing");
    Files.writeString(nothing, "");
    ObjectNode change = PeerProcess.command("change");
    process.ask(change.put("rows", nothing.toString()).put("deletes", nothing.toString()));
    Files.delete(nothing);
  }

  @Override
  public void threads(int threads) throws IOException {
    process.ask(PeerProcess.command("threads").put("threads", threads));
  }

  @Override
  public Measured screen(Screen screen) throws IOException {
    return ask("screen", screen);
  }

  @Override
  public Measured count(Screen screen) throws IOException {
    return ask("count", screen);
  }

  /**
   * The customers whose names hold a word: their number, the counts of all facets, and the first of
   * them, best first, read out but not handed over.
   */
  Measured lookup(String word, int limit) throws IOException {
    JsonNode answer =
        process.ask(PeerProcess.command("lookup").put("word", word).put("limit", limit));
    return measured(answer);
  }

  @Override
  public void close() throws IOException {
    process.close();
  }

  private void change(Population population, long from, long to, int every) throws IOException {
    Path rows = folder.resolve("rows.tsv");
    Path deletes = folder.resolve("deletes");
    Rows.write(population, from, to, rows, 1, index -> index % every == 0, Rows::line);
    Rows.write(population, from, to, deletes, 0, index -> index % every == 1, Person::id);
    ObjectNode change = PeerProcess.command("change");
    process.ask(change.put("rows", rows.toString()).put("deletes", deletes.toString()));
    Files.delete(rows);
    Files.delete(deletes);
  }

  private Measured ask(String what, Screen screen) throws IOException {
    ObjectNode command = PeerProcess.command(what);
    ArrayNode filters = command.putArray("filters");
    for (Filter filter : screen.filters()) {
      switch (filter) {
        case Filter.In(String facet, List<String> values) ->
            filters.addObject().put("facet", facet).putPOJO("values", values);
        case Filter.Spend(long from, long to) ->
            filters.addObject().put("from", from).put("to", to);
        case Filter.Word(String word) -> filters.addObject().put("word", word);
      }
    }
    return measured(process.ask(command));
  }

  private static Measured measured(JsonNode answer) {
    Map<String, Map<String, Long>> counts = new HashMap<>();
    answer
        .get("counts")
        .forEachEntry(
            (facet, values) -> {
              Map<String, Long> byValue = new HashMap<>();
              values.forEachEntry((value, count) -> byValue.put(value, count.asLong()));
              counts.put(facet, byValue);
            });
    return new Measured(
        () -> new Counts(answer.get("total").asLong(), counts), PeerProcess.cost(answer));
  }
}
