package dev.winnow.bench;

import dev.winnow.bench.Screens.Filter;
import dev.winnow.bench.Screens.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The questions of one run, the same for every engine. None is asked twice, so that no engine can
 * answer from memory what it was asked before; the filters they are made of are known to it.
 */
final class Questions {
  static final int MOST_FILTERS = 4;
  static final int MOST_THREADS = 2;
  static final String SCREEN = "screen";
  static final String COUNT = "count only";
  static final String DENSE = "dense scan";

  private final Run run;
  private long warmUps;

  Questions(Run run) {
    this.run = run;
  }

  /** For warming up. */
  Screens warmUp(int threads) {
    return screens(90 + threads);
  }

  /** Screens with so many filters. */
  List<Screen> screens(int k, int threads) {
    return draw(screens(10 * k + threads), k);
  }

  /** Other questions of the same kind, of which only the total is wanted. */
  List<Screen> counts(int k, int threads) {
    return draw(screens(100 + 10 * k + threads), k);
  }

  /**
   * Screens that most customers with an amount pass, by a filter that belongs to no counted facet
   * and never was the same before: every column has to be read.
   */
  List<Screen> dense(int threads) {
    Random random = new Random(run.seed() + threads);
    List<Screen> screens = new ArrayList<>();
    for (int i = 0; i < run.questions(); i++) {
      screens.add(new Screen(List.of(new Filter.Spend(1 + random.nextInt(300), 1L << 40))));
    }
    return screens;
  }

  /** A dense screen for warming up. */
  Screen warmUpDense() {
    return new Screen(List.of(new Filter.Spend(400 + warmUps++, 1L << 40)));
  }

  private Screens screens(long stream) {
    return new Screens(run.population(), run.customers(), run.seed() * 1_000 + stream);
  }

  private List<Screen> draw(Screens screens, int k) {
    List<Screen> drawn = new ArrayList<>();
    for (int i = 0; i < run.questions(); i++) {
      drawn.add(screens.draw(k));
    }
    return drawn;
  }
}
