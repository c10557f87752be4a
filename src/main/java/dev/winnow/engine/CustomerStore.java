package dev.winnow.engine;

import java.util.List;

/** The write side of an {@link Engine}. Safe for use by many threads. */
public interface CustomerStore {
  /**
   * Applies writes in order and returns one result for each. On return they are durable and visible
   * to every later question with {@link Durability#JOURNALED}; otherwise they are decided, and
   * become both at the next checkpoint.
   */
  List<WriteResult> apply(List<Write> writes, Durability durability);

  /** Makes everything applied so far durable and visible. */
  void checkpoint();

  /** When a write survives a crash. */
  enum Durability {
    /** When it is acknowledged. */
    JOURNALED,
    /** At the next checkpoint; for bulk loads that can be repeated from their last one. */
    AT_CHECKPOINT
  }
}
