package dev.winnow.connections;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Begins the runs that are due. When each is due is on disk, so a run missed while Winnow was
 * stopped begins at the start.
 */
public final class ConnectionClock implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(ConnectionClock.class.getName());
  private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

  private final Connections connections;
  private final ConnectionRunner runner;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("winnow-connections").factory());

  public ConnectionClock(Connections connections, ConnectionRunner runner) {
    this.connections = connections;
    this.runner = runner;
  }

  /** Looks now, and from then on every five seconds, in a thread of its own. */
  public void start() {
    var _ =
        thread.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Begins what is due, one connection at a time: only one import writes. */
  public void look() {
    try {
      for (String name : connections.due()) {
        if (runner.running() == 0) {
          var _ = runner.begin(name, Optional.empty());
        }
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Standing connections could not be looked at.", e);
    }
  }

  @Override
  public void close() {
    thread.close();
  }
}
