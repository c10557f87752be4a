package dev.winnow.engine;

import java.util.List;

/** The write side of an {@link Engine}. Safe for use by many threads. */
public interface CustomerStore {
  /**
   * Applies writes in order and returns one result for each. On return with {@link
   * Durability#JOURNALED} they are durable and they and all writes before them visible to every
   * later question; otherwise they are decided, and become both at the next checkpoint. A write
   * that changes nothing is as durable as what it found.
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
