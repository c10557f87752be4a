package dev.winnow.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * All figures of this run and of earlier ones, as {@code benchmarks.json}, as tables in {@code
 * benchmarks.md} and as plots beside it. A new figure replaces the earlier one of the same work,
 * peer, k, threads and customers, so that runs of different sizes add up to one document.
 */
public final class Report {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final String BEGIN = "<!-- tables:begin -->";
  private static final String END = "<!-- tables:end -->";

  private final Path folder;
  private final String date = LocalDate.now(ZoneId.systemDefault()).toString();
  private final String machine = Machine.describe();
  private final List<Entry> entries = new ArrayList<>();

  /** A figure, and the run that it is of. */
  record Entry(Figure figure, String date, String machine) {}

  /** An entry's form in the file: one flat object. */
  private record Flat(
      String work,
      String peer,
      int k,
      int threads,
      long customers,
      double ours,
      double theirs,
      double ratio,
      String unit,
      String date,
      String machine) {
    private static Flat of(Entry entry) {
      Figure f = entry.figure;
      return new Flat(
          f.work(),
          f.peer(),
          f.k(),
          f.threads(),
          f.customers(),
          rounded(f.ours()),
          rounded(f.theirs()),
          rounded(f.ratio()),
          f.unit(),
          entry.date,
          entry.machine);
    }

    private Entry entry() {
      Figure figure = new Figure(work, peer, k, threads, customers, ours, theirs, ratio, unit);
      return new Entry(figure, date, machine);
    }
  }

  private Report(Path folder) throws IOException {
    this.folder = folder;
  }

  /** Continues the report in a folder, such as {@code docs}, or begins one. */
  public static Report open(Path folder) throws IOException {
    Report report = new Report(folder);
    Path file = report.json();
    if (Files.exists(file)) {
      for (Flat flat : JSON.readValue(file, Flat[].class)) {
        report.entries.add(flat.entry());
      }
    }
    return report;
  }

  /** Adds a figure and prints it. */
  public void add(Figure figure) {
    entries.removeIf(entry -> entry.figure.isOfTheSame(figure));
    entries.add(new Entry(figure, date, machine));
    say(
        "%-34s %-34s k=%2d threads=%2d  ours %12.3f  theirs %12.3f %-6s ratio %8.2f"
            .formatted(
                figure.work(),
                figure.peer(),
                figure.k(),
                figure.threads(),
                figure.ours(),
                figure.theirs(),
                figure.unit(),
                figure.ratio()));
  }

  /** Tells whoever is watching the run. */
  public void say(String line) {
    System.out.println(line);
  }

  public List<Figure> figures() {
    return entries.stream().map(Entry::figure).toList();
  }

  /** Writes all files; called after every peer, so that little is lost when a run breaks off. */
  public void write() throws IOException {
    JSON.writeValue(json(), entries.stream().map(Flat::of).toList());
    writeTables();
    Plots.write(figures(), folder);
  }

  private void writeTables() throws IOException {
    Path file = folder.resolve("benchmarks.md");
    String text = Files.exists(file) ? Files.readString(file) : BEGIN + "\n" + END + "\n";
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IOException(file + " has no lines " + BEGIN + " and " + END);
    }
    String tables = Tables.of(figures()) + "\n" + machines();
    Files.writeString(
        file, text.substring(0, begin + BEGIN.length()) + "\n" + tables + text.substring(end));
  }

  /** One line for each run that figures are left of. */
  private String machines() {
    return entries.stream()
        .map(entry -> "Run of %s on %s.".formatted(entry.date, entry.machine))
        .distinct()
        .collect(Collectors.joining("\n\n", "", "\n\n"));
  }

  private Path json() {
    return folder.resolve("benchmarks.json");
  }

  /** To five significant digits: more would only be noise. */
  private static double rounded(double value) {
    return Double.isFinite(value)
        ? Double.parseDouble(String.format(Locale.ROOT, "%.4e", value))
        : -1;
  }
}
