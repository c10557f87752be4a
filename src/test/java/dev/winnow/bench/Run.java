package dev.winnow.bench;

import java.nio.file.Path;

/**
 * What one invocation measures.
 *
 * @param questions of each number of filters
 * @param folder for the engines' files; empty at first, deleted afterwards
 */
public record Run(Population population, long customers, int questions, long seed, Path folder) {
  /** Every so-many-th customer is rewritten, and as many deleted: 2 % each. */
  public static final int CHANGE_EVERY = 50;
}
