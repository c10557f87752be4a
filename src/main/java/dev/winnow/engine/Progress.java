package dev.winnow.engine;

/** Whoever wants to know how far long work has come. */
public interface Progress {
  /** Nobody wants to know. */
  Progress NONE = (_, _) -> {};

  /**
   * To be called now and then by the work, from any thread.
   *
   * @param done units done so far
   * @param total all units, as far as known
   * @throws java.util.concurrent.CancellationException when the work is to stop where it is, as at
   *     shutdown
   */
  void at(long done, long total);
}
