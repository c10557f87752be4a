package dev.winnow.bench;

import dev.winnow.bench.FacetSql.Form;
import dev.winnow.bench.Peer.Cost;
import dev.winnow.bench.Screens.Filter;
import dev.winnow.bench.Screens.Screen;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the best form of a question. The first questions of a kind are answered in every form that
 * is still in the running, and the least time counts; after them the form that was fastest in sum
 * is taken. A form that has taken more than twice as long as the best is out.
 */
final class SqlForms {
  private static final int TRIALS = 1;
  private static final int HOPELESS = 2;

  private final List<Form> forms;
  private final Map<Kind, Trials> kinds = new TreeMap<>(Kind.ORDER);

  SqlForms(List<Form> forms) {
    this.forms = forms;
  }

  /**
   * Questions that have a best form in common.
   *
   * @param facets how many are filtered
   * @param others whether there are other filters
   */
  private record Kind(boolean countOnly, int threads, int facets, boolean others) {
    private static final Comparator<Kind> ORDER =
        Comparator.comparing(Kind::countOnly)
            .thenComparingInt(Kind::threads)
            .thenComparingInt(Kind::facets)
            .thenComparing(Kind::others);

    private static Kind of(Screen screen, boolean countOnly, int threads) {
      int facets = (int) screen.filters().stream().filter(Filter.In.class::isInstance).count();
      return new Kind(countOnly, threads, facets, facets < screen.filters().size());
    }

    @Override
    public String toString() {
      return "%s, %d filtered facets%s, %d threads"
          .formatted(
              countOnly ? "count" : "screen", facets, others ? " and other filters" : "", threads);
    }
  }

  /** An answer in numbers, and what it cost. */
  record Answer(long total, long[][] counts, Cost cost) {}

  /** Answers a question in one form. */
  interface Asking {
    Answer ask(Form form) throws Exception;
  }

  Answer best(Screen screen, boolean countOnly, int threads, Asking asking) throws Exception {
    Trials trials = kinds.computeIfAbsent(Kind.of(screen, countOnly, threads), _ -> new Trials());
    return trials.questions < TRIALS ? trials.tryAll(asking) : asking.ask(trials.best());
  }

  /** Which form was best for what, a line each. */
  List<String> choices() {
    return kinds.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + entry.getValue().sums())
        .toList();
  }

  private final class Trials {
    private final List<Form> running = new ArrayList<>(forms);
    private final Map<Form, Long> sums = new HashMap<>();
    private int questions;

    Answer tryAll(Asking asking) throws Exception {
      Answer least = asking.ask(best());
      Collections.rotate(running, 1);
      for (Form form : running) {
        Answer answer = asking.ask(form);
        if (!Arrays.deepEquals(answer.counts, least.counts) || answer.total != least.total) {
          throw new IllegalStateException(form + " answers differently.");
        }
        sums.merge(form, answer.cost.wall(), Long::sum);
        least = answer.cost.wall() < least.cost.wall() ? answer : least;
      }
      questions++;
      long limit = HOPELESS * sums.getOrDefault(best(), 0L);
      running.removeIf(form -> sums.getOrDefault(form, 0L) > limit);
      sums.keySet().retainAll(running);
      return least;
    }

    Form best() {
      return Collections.min(running, Comparator.comparing(form -> sums.getOrDefault(form, 0L)));
    }

    /** Forms with their mean times, the best first. */
    String sums() {
      StringBuilder text = new StringBuilder();
      sums.entrySet().stream()
          .sorted(Map.Entry.comparingByValue())
          .forEach(
              entry ->
                  text.append(
                      "%s%s%s %.1f ms"
                          .formatted(
                              text.isEmpty() ? "" : ", ",
                              entry.getKey().shape(),
                              entry.getKey().side() ? " (side tables)" : "",
                              entry.getValue() / 1e6 / questions)));
      return text.toString();
    }
  }
}
