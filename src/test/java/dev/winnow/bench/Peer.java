package dev.winnow.bench;

import dev.winnow.bench.Screens.Screen;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One engine under comparison, filled with the same customers and asked the same questions. Used by
 * one thread.
 */
public interface Peer extends AutoCloseable {
  /** Into how many rounds {@link #change} divides its work, each of which becomes visible. */
  int CHANGE_ROUNDS = 4;

  /** As it appears in tables, with its version. */
  String name();

  /**
   * The answer to a screen, for comparing.
   *
   * @param counts by facet and value, every level of trees, zeros left out
   */
  record Counts(long total, Map<String, Map<String, Long>> counts) {}

  /** What an answer cost: elapsed time and processor time of all threads, in nanoseconds. */
  record Cost(long wall, long cpu) {}

  /**
   * An answer and its cost; the cost is taken where the engine runs, without transport.
   *
   * @param answer puts the answer into the form for comparing, which is not part of the cost
   */
  record Measured(Supplier<Counts> answer, Cost cost) {
    Counts counts() {
      return answer.get();
    }
  }

  /** Fills an empty engine, ready to be asked; the caller takes the time. */
  void load(Population population, long customers) throws Exception;

  /**
   * Brings the engine into the state of a used one: every {@code every}-th customer is rewritten in
   * its revision 1, in several rounds, and every {@code every}-th plus one is deleted.
   */
  void change(Population population, long customers, int every) throws Exception;

  /** Lets questions see what work in the background came to, such as merges after a load. */
  default void settle() throws Exception {}

  /** Threads one question may use from now on. */
  void threads(int threads) throws Exception;

  /**
   * Whether a question asked once is answered faster the second time, because parts of it are
   * remembered. Otherwise a rehearsal would only take time.
   */
  default boolean remembers() {
    return true;
  }

  /** Answers a screen. */
  Measured screen(Screen screen) throws Exception;

  /** Only the total of a screen. */
  Measured count(Screen screen) throws Exception;

  @Override
  void close() throws IOException, SQLException;
}
