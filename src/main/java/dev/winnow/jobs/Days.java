package dev.winnow.jobs;

import dev.winnow.store.Database;
import dev.winnow.store.Table;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tells whoever has registered that a new day has begun in the configured time zone. The day each
 * of them has last seen to is on disk, so a day missed while Winnow was stopped is caught up at the
 * start, and one that failed is tried again.
 */
public final class Days implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Days.class.getName());
  private static final Duration LOOK_EVERY = Duration.ofSeconds(30);

  private final Table<LocalDate> seen;
  private final Clock clock;
  private final ZoneId zone;
  private final Map<String, Hook> hooks = new LinkedHashMap<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("winnow-days").factory());

  /** What is to be done when a day begins. */
  @FunctionalInterface
  public interface Hook {
    /**
     * Does what a new day asks for.
     *
     * @param last the day this was last done for; empty the first time
     * @param today never equal to it
     */
    void begin(Optional<LocalDate> last, LocalDate today) throws Exception;
  }

  public Days(Database database, Clock clock, ZoneId zone) {
    this.seen = database.table("days", LocalDate.class);
    this.clock = clock;
    this.zone = zone;
  }

  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  /**
   * Adds something to be done, after what was added before.
   *
   * @param name under which the day is remembered; lower-case letters and hyphens
   */
  public synchronized void each(String name, Hook hook) {
    hooks.put(name, hook);
  }

  /** Says that the work of a hook was done for a day in another way. */
  public void done(String name, LocalDate day) {
    seen.put(name, day);
  }

  /** Looks now, and from then on every half minute, in a thread of its own. */
  public void start() {
    var _ =
        thread.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Does what is due, in the caller's thread. */
  public synchronized void look() {
    for (Map.Entry<String, Hook> entry : hooks.entrySet()) {
      String name = entry.getKey();
      try {
        Optional<LocalDate> last = seen.get(name);
        LocalDate today = today();
        if (!last.equals(Optional.of(today))) {
          entry.getValue().begin(last, today);
          seen.put(name, today);
        }
      } catch (Exception e) {
        LOG.log(Level.WARNING, e, () -> "The work of a new day failed: " + name);
      }
    }
  }

  @Override
  public void close() {
    thread.close();
  }
}
