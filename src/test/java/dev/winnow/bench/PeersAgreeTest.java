package dev.winnow.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.bench.Population.Person;
import dev.winnow.bench.Screens.Filter;
import dev.winnow.bench.Screens.Screen;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engines that the benchmark compares answer the same questions in the same way. */
final class PeersAgreeTest {
  private static final long CUSTOMERS = 3_000;
  private static final int QUESTIONS = 4;

  private final long seed = Long.getLong("winnow.seed", System.nanoTime());
  private final Population population = new Population(seed);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"winnow", "sorted-set", "taxonomy"})
  void a_peer_answers_as_a_naive_filter_does(String key) throws Exception {
    try (Peer peer = Candidates.of(key).opening().open(folder);
        NaivePeer naive = new NaivePeer()) {
      for (Peer each : List.of(peer, naive)) {
        each.load(population, CUSTOMERS);
        each.change(population, CUSTOMERS, Run.CHANGE_EVERY);
      }
      Screens screens = new Screens(population, CUSTOMERS, seed);
      for (int threads = 1; threads <= 2; threads++) {
        peer.threads(threads);
        for (int question = 0; question < QUESTIONS * 5; question++) {
          Screen screen = screens.draw(question % 5);
          Peer.Counts expected = naive.screen(screen).counts();
          assertThat(Differences.of(peer.screen(screen).counts(), expected))
              .as("seed %d, %s", seed, screen)
              .isEmpty();
          assertThat(peer.count(screen).counts().total()).isEqualTo(expected.total());
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"winnow", "sorted-set", "taxonomy"})
  void a_live_peer_shows_what_was_written_before_and_after_a_restart(String key) throws Exception {
    try (LivePeer peer = (LivePeer) Candidates.of(key).opening().open(folder)) {
      peer.load(population, 100);
      Person known = population.at(7, 0);
      long spend = 1L << 40;
      peer.write(new Person(known.index(), known.name(), known.values(), spend));
      Screen screen = new Screen(List.of(new Filter.Spend(spend, spend + 1)));
      assertThat(peer.count(screen).counts().total()).isEqualTo(1);
      peer.restart();
      assertThat(peer.screen(screen).counts().total()).isEqualTo(1);
      assertThat(peer.count(new Screen(List.of())).counts().total()).isEqualTo(100);
    }
  }
}
