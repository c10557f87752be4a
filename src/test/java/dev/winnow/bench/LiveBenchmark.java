package dev.winnow.bench;

import dev.winnow.bench.Peer.Cost;
import dev.winnow.bench.Population.Person;
import dev.winnow.bench.Screens.Filter;
import dev.winnow.bench.Screens.Screen;
import dev.winnow.bench.Timings.Work;
import java.util.List;

/**
 * How soon an engine is up to date: a single write until a count shows it; a whole screen after a
 * write, when caches made for a state of the index have to be made again; and a start until the
 * first screen, with the operating system's cache warm. Winnow's writes are durable when they are
 * shown; stock Lucene's are not, as it would have to commit.
 */
final class LiveBenchmark {
  static final String VISIBLE = "visible after a write";
  static final String REFRESHED = "first screen after a write";
  static final String STARTED = "first screen after a start";

  private static final int WRITES = 100;
  private static final int STARTS = 5;
  private static final Screen EVERYONE = new Screen(List.of());

  private LiveBenchmark() {}

  static void measure(LivePeer peer, Run run, Timings timings) throws Exception {
    peer.threads(1);
    for (int i = 0; i < WRITES; i++) {
      Person known = run.population().at(2 + i * 100L % run.customers(), 0);
      long spend = (1L << 41) + i;
      Person changed = new Person(known.index(), known.name(), known.values(), spend);
      Screen onlyThis = new Screen(List.of(new Filter.Spend(spend, spend + 1)));
      Stopwatch watch = new Stopwatch();
      peer.write(changed);
      long shown = peer.count(onlyThis).counts().total();
      timings.add(new Work(VISIBLE, Figure.NONE, 1), watch.stop());
      if (shown != 1) {
        throw new IllegalStateException(peer.name() + " does not show what was written");
      }
    }
    for (int i = 0; i < WRITES; i++) {
      Person known = run.population().at(3 + i * 100L % run.customers(), 0);
      Person changed = new Person(known.index(), known.name(), known.values(), (1L << 42) + i);
      Stopwatch watch = new Stopwatch();
      peer.write(changed);
      Cost written = watch.stop();
      Cost asked = peer.screen(EVERYONE).cost();
      timings.add(
          new Work(REFRESHED, Figure.NONE, 1),
          new Cost(written.wall() + asked.wall(), written.cpu() + asked.cpu()));
    }
    for (int i = 0; i < STARTS; i++) {
      Stopwatch watch = new Stopwatch();
      peer.restart();
      var _ = peer.screen(EVERYONE);
      timings.add(new Work(STARTED, Figure.NONE, 1), watch.stop());
    }
  }
}
