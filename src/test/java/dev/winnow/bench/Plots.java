package dev.winnow.bench;

import dev.winnow.bench.Svg.Anchor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/** The report's plots of screens on one thread: each engine by filters, and over customers. */
final class Plots {
  private static final int WIDTH = 860;
  private static final int HEIGHT = 440;
  private static final double LEFT = 80;
  private static final double RIGHT = 620;
  private static final double TOP = 60;
  private static final double BOTTOM = 380;
  private static final double LABELS = 18;
  private static final String MILLIS = "milliseconds (log scale)";
  private static final List<String> COLOURS =
      List.of(
          "#0969da", "#bc4c00", "#8250df", "#1a7f37", "#bf3989", "#9a6700", "#57606a", "#0a3069");

  /** An engine's values by place on the horizontal axis. */
  private final SequencedMap<String, SequencedMap<Long, Double>> series = new LinkedHashMap<>();

  private final Svg svg;
  private final LogAxis vertical;

  private Plots(String title, List<Figure> figures, ToLongFunction<Figure> place) {
    for (Figure figure : figures) {
      series("Winnow").put(place.applyAsLong(figure), figure.ours());
    }
    for (Figure figure : figures) {
      series(figure.peer()).put(place.applyAsLong(figure), figure.theirs());
    }
    svg = new Svg(WIDTH, HEIGHT, title);
    List<Double> all = new ArrayList<>();
    series.values().forEach(values -> all.addAll(values.values()));
    vertical = LogAxis.covering(all, BOTTOM, TOP);
    for (double tick : vertical.ticks()) {
      svg.line(LEFT, vertical.at(tick), RIGHT, vertical.at(tick), Svg.FAINT, 1);
      svg.text(LEFT - 8, vertical.at(tick) + 4, Anchor.END, LogAxis.label(tick));
    }
    svg.upright(24, (TOP + BOTTOM) / 2, MILLIS);
    legend();
  }

  /** Writes all plots that there are figures for. */
  static void write(List<Figure> figures, Path folder) throws IOException {
    String median = Timings.figureName(Questions.SCREEN, Timings.MEDIAN);
    for (long customers : new TreeSet<>(figures.stream().map(Figure::customers).toList())) {
      List<Figure> mine =
          figures.stream()
              .filter(f -> f.work().equals(median) && f.threads() == 1)
              .filter(f -> f.customers() == customers)
              .toList();
      if (!mine.isEmpty()) {
        String title =
            String.format(Locale.ROOT, "One screen, median, 1 thread, %,d customers", customers);
        Plots plot = new Plots(title, mine, Figure::k);
        plot.bars();
        plot.write(folder.resolve("benchmarks-screens-" + customers + ".svg"));
      }
    }
    String mean = Timings.figureName(Questions.SCREEN, Timings.MEAN);
    List<Figure> means =
        figures.stream().filter(f -> f.work().equals(mean) && f.threads() == 1).toList();
    if (!means.isEmpty()) {
      String title = "One screen over the number of customers, 1 thread, mean of k = 1 to 4";
      Plots plot = new Plots(title, means, Figure::customers);
      plot.lines();
      plot.write(folder.resolve("benchmarks-growth.svg"));
    }
  }

  private void bars() {
    List<Long> groups = places();
    double group = (RIGHT - LEFT) / groups.size();
    double bar = 0.8 * group / series.size();
    for (int g = 0; g < groups.size(); g++) {
      double x = LEFT + g * group + 0.1 * group;
      for (String name : series.keySet()) {
        Double value = series(name).get(groups.get(g));
        if (value != null) {
          double y = vertical.at(value);
          svg.rect(x, y, bar - 1, BOTTOM - y, colour(name));
        }
        x += bar;
      }
      svg.text(LEFT + (g + 0.5) * group, BOTTOM + LABELS, Anchor.MIDDLE, "k = " + groups.get(g));
    }
    svg.text((LEFT + RIGHT) / 2, BOTTOM + 2 * LABELS + 4, Anchor.MIDDLE, "filtered facets");
  }

  private void lines() {
    LogAxis across =
        LogAxis.covering(places().stream().map(Long::doubleValue).toList(), LEFT, RIGHT);
    for (double tick : across.ticks()) {
      svg.line(across.at(tick), TOP, across.at(tick), BOTTOM, Svg.FAINT, 1);
      svg.text(across.at(tick), BOTTOM + LABELS, Anchor.MIDDLE, LogAxis.label(tick));
    }
    for (String name : series.keySet()) {
      Map.Entry<Long, Double> last = null;
      for (long place : new TreeSet<>(series(name).keySet())) {
        double value = Objects.requireNonNull(series(name).get(place));
        double x = across.at((double) place);
        double y = vertical.at(value);
        if (last != null) {
          double fromX = across.at(last.getKey());
          svg.line(fromX, vertical.at(last.getValue()), x, y, colour(name), 2);
        }
        svg.dot(x, y, colour(name));
        last = Map.entry(place, value);
      }
    }
    svg.text((LEFT + RIGHT) / 2, BOTTOM + 2 * LABELS + 4, Anchor.MIDDLE, "customers (log scale)");
  }

  private void legend() {
    double y = TOP + 6;
    for (String name : series.keySet()) {
      svg.rect(RIGHT + 20, y - 10, 12, 12, colour(name));
      svg.text(RIGHT + 40, y, Anchor.START, name);
      y += 22;
    }
  }

  private List<Long> places() {
    TreeSet<Long> places = new TreeSet<>();
    series.values().forEach(values -> places.addAll(values.keySet()));
    return List.copyOf(places);
  }

  private String colour(String name) {
    int number = List.copyOf(series.keySet()).indexOf(name);
    return COLOURS.get(number % COLOURS.size());
  }

  private SequencedMap<Long, Double> series(String name) {
    return series.computeIfAbsent(name, _ -> new LinkedHashMap<>());
  }

  private void write(Path file) throws IOException {
    Files.writeString(file, svg.toString());
  }
}
