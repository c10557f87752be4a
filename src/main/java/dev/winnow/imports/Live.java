package dev.winnow.imports;

import java.util.concurrent.TimeUnit;

/** An import at work: how far it is this moment, and what is wanted of it. */
public final class Live {
  private final long begin = System.nanoTime();
  private final long before;
  private volatile long done;
  private volatile long total;
  private volatile Counts counts;
  private volatile Wish wish = Wish.GO_ON;

  /** What is wanted of work under way. */
  enum Wish {
    GO_ON,
    PAUSE,
    CANCEL,
    CANCEL_AND_UNDO
  }

  /**
   * @param before rows that were done before this work began
   * @param total rows, 0 when not known
   */
  Live(long before, long total, Counts counts) {
    this.before = before;
    this.done = before;
    this.total = total;
    this.counts = counts;
  }

  void at(long doneNow, long totalNow, Counts countsNow) {
    done = doneNow;
    total = Math.max(totalNow, doneNow);
    counts = countsNow;
  }

  void wish(Wish wanted) {
    wish = wanted;
  }

  Wish wish() {
    return wish;
  }

  boolean goesOn() {
    return wish == Wish.GO_ON;
  }

  /** So far. */
  public Counts counts() {
    return counts;
  }

  /** Rows done. */
  public long done() {
    return done;
  }

  /** Rows in all; 0 when not known. */
  public long total() {
    return total;
  }

  /** Since this work began. */
  public double rowsPerSecond() {
    double seconds = (System.nanoTime() - begin) / (double) TimeUnit.SECONDS.toNanos(1);
    return (done - before) / Math.max(seconds, 0.001);
  }

  /** At the present rate; 0 when nobody can tell. */
  public long secondsLeft() {
    double rate = rowsPerSecond();
    return rate <= 0 || total == 0 ? 0 : Math.round((total - done) / rate);
  }
}
