package dev.winnow.bench;

import dev.winnow.bench.Peer.Counts;
import dev.winnow.bench.Peer.Measured;
import dev.winnow.bench.Screens.Filter;
import dev.winnow.bench.Screens.Screen;
import dev.winnow.bench.Timings.Work;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks one engine all questions of a run. First it is warmed up with other questions until it gets
 * no faster and the compiler of this process has nothing left to do worth mentioning. Engines that
 * remember parts of questions then rehearse: before each group of questions each of their filters
 * is counted alone, so that caches of filters are warm, and each question is asked once. Then all
 * are measured, for two seconds at least. Every answer is compared with Winnow's, which is
 * interviewed first.
 */
final class Interview {
  private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();
  private static final int WARM_UP_SCREENS = 10;
  private static final long WARM_UP_ROUND = 2_000_000_000L;
  private static final double STEADY = 0.95;
  private static final double COMPILING = 0.03;
  private static final long LEAST_WARM_UP = 15_000_000_000L;
  private static final long MOST_WARM_UP = 120_000_000_000L;
  private static final long LEAST_MEASURED = 2_000_000_000L;
  private static final int MOST_FILTER_COUNTS = 5;
  private static final long ENOUGH_FILTER_COUNTS = 30_000_000L;

  private final Questions questions;
  private final Map<Screen, Counts> screens = new HashMap<>();
  private final Map<Screen, Counts> totals = new HashMap<>();

  Interview(Run run) {
    this.questions = new Questions(run);
  }

  /**
   * Asks everything.
   *
   * @throws IllegalStateException when an answer differs from the one first given to the question;
   *     the message says in what
   */
  Timings ask(Peer peer) throws Exception {
    Timings timings = new Timings();
    for (int threads = 1; threads <= Questions.MOST_THREADS; threads++) {
      peer.threads(threads);
      warmUp(peer, threads);
      for (int k = 0; k <= Questions.MOST_FILTERS; k++) {
        ask(peer, questions.screens(k, threads), new Work(Questions.SCREEN, k, threads), timings);
      }
      ask(peer, questions.dense(threads), new Work(Questions.DENSE, Figure.NONE, threads), timings);
      for (int k = 1; k <= Questions.MOST_FILTERS; k++) {
        Work work = new Work(Questions.COUNT, k, threads);
        for (Screen screen : questions.counts(k, threads)) {
          Measured measured = peer.count(screen);
          check(totals, peer, screen, measured.counts());
          timings.add(work, measured.cost());
        }
      }
    }
    return timings;
  }

  /**
   * All are measured one after the other, again and again until that has taken long enough for a
   * passing disturbance not to decide the median, and then compared.
   */
  private void ask(Peer peer, List<Screen> screens, Work work, Timings timings) throws Exception {
    if (peer.remembers()) {
      rehearse(peer, screens, work);
    }
    List<Measured> measured = new ArrayList<>();
    long began = System.nanoTime();
    do {
      measured.clear();
      for (Screen screen : screens) {
        Measured answer = peer.screen(screen);
        measured.add(answer);
        timings.add(work, answer.cost());
      }
    } while (System.nanoTime() - began < LEAST_MEASURED);
    for (int i = 0; i < screens.size(); i++) {
      check(this.screens, peer, screens.get(i), measured.get(i).counts());
    }
  }

  private static void rehearse(Peer peer, List<Screen> screens, Work work) throws Exception {
    if (!work.name().equals(Questions.DENSE)) {
      warmFilters(peer, screens);
    }
    for (Screen screen : screens) {
      var _ = peer.screen(screen);
    }
  }

  private static void check(Map<Screen, Counts> expected, Peer peer, Screen screen, Counts counts) {
    Counts known = expected.putIfAbsent(screen, counts);
    if (known != null) {
      Differences.requireNone(screen, known, peer.name(), counts);
    }
  }

  /** Rounds last long enough that the share of the compiler's time can be told. */
  private void warmUp(Peer peer, int threads) throws Exception {
    Screens screens = questions.warmUp(threads);
    long start = System.nanoTime();
    double best = Double.MAX_VALUE;
    while (true) {
      long compiled = COMPILER.getTotalCompilationTime();
      long began = System.nanoTime();
      long now = began;
      int asked = 0;
      while (now - began < WARM_UP_ROUND) {
        for (int i = 0; i < WARM_UP_SCREENS; i++) {
          Screen screen = screens.draw(i % (Questions.MOST_FILTERS + 1));
          var _ = peer.screen(screen);
          var _ = peer.count(screen);
        }
        var _ = peer.screen(questions.warmUpDense());
        asked++;
        now = System.nanoTime();
      }
      double each = (double) (now - began) / asked;
      double compiling =
          (COMPILER.getTotalCompilationTime() - compiled) * 1e6 / (double) (now - began);
      boolean steady = each > STEADY * best && compiling < COMPILING;
      if ((steady && now - start > LEAST_WARM_UP) || now - start > MOST_WARM_UP) {
        return;
      }
      best = Math.min(best, each);
    }
  }

  /** Fast engines get more tries, because some keep only filters that they saw several times. */
  private static void warmFilters(Peer peer, List<Screen> screens) throws Exception {
    for (Screen screen : screens) {
      for (Filter filter : screen.filters()) {
        Screen alone = new Screen(List.of(filter));
        long start = System.nanoTime();
        for (int i = 0; i < MOST_FILTER_COUNTS; i++) {
          var _ = peer.count(alone);
          if (System.nanoTime() - start > ENOUGH_FILTER_COUNTS) {
            break;
          }
        }
      }
    }
  }
}
