package dev.winnow.matching;

/** How many customers have a key: what many have says little. */
@FunctionalInterface
public interface Frequencies {
  /** As if everything were rare. */
  Frequencies RARE = _ -> 1;

  /** How many customers have the key; one that nobody is known to have may give 0 or 1. */
  int of(long key);
}
