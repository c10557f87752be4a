package dev.winnow.bench;

import dev.winnow.bench.Population.Person;

/** A peer that can be written to while it is asked, and started again. */
public interface LivePeer extends Peer {
  /** Inserts or replaces a customer; every later question sees it. */
  void write(Person person) throws Exception;

  /** Stops and starts again on the same folder, with every cache of its own cold. */
  void restart() throws Exception;
}
