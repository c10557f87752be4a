package dev.winnow.ingest;

import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Customers that have been merged into others: they are known, but cannot be written any more, and
 * what happens with them happens with the others. Safe for use by many threads.
 */
public interface Aliases {
  /** Nobody has been merged. */
  Aliases NONE =
      new Aliases() {
        private final Lock lock = new ReentrantReadWriteLock().readLock();

        @Override
        public Optional<String> survivor(String id) {
          return Optional.empty();
        }

        @Override
        public Lock writing() {
          return lock;
        }
      };

  /** The customer that the one with the id is part of now; empty when it is its own. */
  Optional<String> survivor(String id);

  /**
   * To be held while it is asked who survives and that is acted upon, so that nobody is merged in
   * between. Many may hold it at once.
   */
  Lock writing();
}
