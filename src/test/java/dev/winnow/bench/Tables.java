package dev.winnow.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The report's figures as Markdown: for each number of customers, a table for each work of several
 * sizes with a column for each size, and one table with everything else. A peer's cell shows its
 * figure and, in brackets, by how much Winnow is better.
 */
final class Tables {
  private final List<Figure> figures;
  private final StringBuilder out = new StringBuilder();

  private Tables(List<Figure> figures) {
    this.figures = figures;
  }

  static String of(List<Figure> figures) {
    Tables tables = new Tables(figures);
    for (long customers : new TreeSet<>(figures.stream().map(Figure::customers).toList())) {
      tables.section(customers);
    }
    return tables.out.toString();
  }

  private void section(long customers) {
    List<Figure> mine = figures.stream().filter(f -> f.customers() == customers).toList();
    out.append(String.format(Locale.ROOT, "%n### %,d customers%n", customers));
    Set<String> sized = new LinkedHashSet<>();
    mine.stream().filter(f -> f.k() != Figure.NONE).forEach(f -> sized.add(f.work()));
    for (String work : sized) {
      sizes(work, mine);
    }
    List<Figure> others =
        mine.stream()
            .filter(f -> f.k() == Figure.NONE && !f.work().endsWith(Timings.MEAN))
            .sorted(Comparator.comparing(Figure::work).thenComparingInt(Figure::threads))
            .toList();
    if (!others.isEmpty()) {
      out.append('\n');
      row(Stream.of("", "threads", "against", "Winnow", "peer", "unit", "ratio"));
      rule("---|--:|---|--:|--:|---|--:|");
      for (Figure f : others) {
        row(
            Stream.of(
                f.work(),
                Integer.toString(f.threads()),
                f.peer(),
                number(f.ours()),
                number(f.theirs()),
                f.unit(),
                number(f.ratio()) + "×"));
      }
    }
  }

  private void sizes(String work, List<Figure> all) {
    List<Figure> mine = all.stream().filter(f -> f.work().equals(work)).toList();
    List<Integer> sizes = mine.stream().map(Figure::k).distinct().sorted().toList();
    String mean = work.replace(", " + Timings.MEDIAN, ", " + Timings.MEAN);
    boolean hasMean = !mean.equals(work) && all.stream().anyMatch(f -> f.work().equals(mean));
    String head = "%s, %s".formatted(work, mine.getFirst().unit());
    out.append('\n');
    Stream<String> columns =
        Stream.concat(Stream.of(head, "threads"), sizes.stream().map(k -> "k = " + k));
    row(hasMean ? Stream.concat(columns, Stream.of("mean, k = 1 to 4")) : columns);
    rule("---|" + "--:|".repeat(sizes.size() + (hasMean ? 2 : 1)));
    for (int threads : new TreeSet<>(mine.stream().map(Figure::threads).toList())) {
      List<String> names = new ArrayList<>(List.of(""));
      mine.stream()
          .filter(f -> f.threads() == threads)
          .map(Figure::peer)
          .distinct()
          .forEach(names::add);
      for (String peer : names) {
        List<String> cells = new ArrayList<>();
        cells.add(peer.isEmpty() ? "**Winnow**" : peer);
        cells.add(Integer.toString(threads));
        sizes.forEach(k -> cells.add(cell(find(mine, work, peer, k, threads), peer)));
        if (hasMean) {
          cells.add(cell(find(all, mean, peer, Figure.NONE, threads), peer));
        }
        row(cells.stream());
      }
    }
  }

  /** The figure against a peer, or the last against any when the name is empty. */
  private static Optional<Figure> find(
      List<Figure> figures, String work, String peer, int k, int threads) {
    return figures.stream()
        .filter(f -> f.work().equals(work) && f.k() == k && f.threads() == threads)
        .filter(f -> peer.isEmpty() || f.peer().equals(peer))
        .reduce((_, later) -> later);
  }

  private static String cell(Optional<Figure> figure, String peer) {
    return figure
        .map(
            f ->
                peer.isEmpty()
                    ? "**" + number(f.ours()) + "**"
                    : number(f.theirs()) + " (" + number(f.ratio()) + "×)")
        .orElse("");
  }

  private void row(Stream<String> cells) {
    out.append(cells.collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  private void rule(String columns) {
    out.append('|').append(columns).append('\n');
  }

  /** To three significant digits, or as an integer when it is larger. */
  private static String number(double value) {
    if (!Double.isFinite(value) || value < 0) {
      return "–";
    }
    int digits = value == 0 ? 0 : (int) Math.floor(Math.log10(value)) + 1;
    return String.format(Locale.ROOT, "%,." + Math.clamp(3 - digits, 0, 6) + "f", value);
  }
}
