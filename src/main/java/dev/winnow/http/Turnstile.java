package dev.winnow.http;

import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets only so many requests work at once. Heavy ones wait up to {@value #WAIT_SECONDS} s for their
 * turn, streams not at all; then {@link ProblemCode#TOO_MANY_REQUESTS}.
 */
final class Turnstile {
  static final int WAIT_SECONDS = 5;
  static final int STREAMS = 16;

  private final Semaphore heavy =
      new Semaphore(Math.max(4, 2 * Runtime.getRuntime().availableProcessors()), true);
  private final Semaphore streams = new Semaphore(STREAMS);

  /** Does the work when its turn comes. */
  void pass(Route.Cost cost, Work work) throws Exception {
    switch (cost) {
      case LIGHT -> work.run();
      case HEAVY -> pass(heavy, WAIT_SECONDS, work);
      case STREAM -> pass(streams, 0, work);
    }
  }

  private static void pass(Semaphore turns, int waitSeconds, Work work) throws Exception {
    if (!turns.tryAcquire(waitSeconds, TimeUnit.SECONDS)) {
      throw new WinnowException(
          ProblemCode.TOO_MANY_REQUESTS, "Too many requests of this kind are being worked on.");
    }
    try {
      work.run();
    } finally {
      turns.release();
    }
  }

  /** What is done in turn. */
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }
}
