package dev.winnow.http;

import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Server-sent events: pages that watch something change. One thread looks for all of them, four
 * times a second; a thread of its own sends only while there is something to send, so a page that
 * waits costs nothing and one that reads slowly holds up nobody else.
 */
final class Feeds implements AutoCloseable {
  /** How many pages may watch at once. */
  static final int MOST = 256;

  private static final long LOOK_MILLIS = 250;
  private static final long BEAT_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Set<Feed> feeds = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("http-events").factory());

  /**
   * What is watched, at one moment.
   *
   * @param data JSON
   * @param last whether nothing more will come
   */
  record Moment(byte[] data, boolean last) {}

  Feeds() {
    var _ =
        clock.scheduleWithFixedDelay(
            () -> feeds.forEach(Feed::look), LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * Answers with events until the last.
   *
   * @param event its name
   */
  void open(Context http, String event, Supplier<Moment> watched) throws IOException {
    if (feeds.size() >= MOST) {
      throw new WinnowException(
          ProblemCode.TOO_MANY_REQUESTS, "Too many pages are watching for events.");
    }
    var _ = watched.get();
    http.contentType("text/event-stream").header("X-Accel-Buffering", "no");
    if (http.req().getMethod().equals("HEAD")) {
      return;
    }
    http.res().setContentType("text/event-stream");
    http.res().flushBuffer();
    Feed feed = new Feed(http.res().getOutputStream(), event, watched);
    http.future(() -> feed.end);
    feeds.add(feed);
  }

  private final class Feed {
    private final OutputStream out;
    private final String event;
    private final Supplier<Moment> watched;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final AtomicBoolean sending = new AtomicBoolean();
    private volatile byte[] sent = new byte[0];
    private volatile long sentAt = System.nanoTime();

    private Feed(OutputStream out, String event, Supplier<Moment> watched) {
      this.out = out;
      this.event = event;
      this.watched = watched;
    }

    private void look() {
      if (sending.compareAndSet(false, true)) {
        var _ = Thread.ofVirtual().name("event").start(this::send);
      }
    }

    private void send() {
      try {
        Moment now = watched.get();
        if (!Arrays.equals(now.data, sent)) {
          write("event: " + event + "\ndata: ", now.data, "\n\n");
          sent = now.data;
        } else if (System.nanoTime() - sentAt > BEAT_NANOS) {
          write(": ", new byte[0], "\n\n");
        }
        if (now.last) {
          close();
        }
      } catch (IOException | RuntimeException e) {
        close();
      } finally {
        sending.set(false);
      }
    }

    private void write(String before, byte[] data, String after) throws IOException {
      out.write(before.getBytes(StandardCharsets.US_ASCII));
      out.write(data);
      out.write(after.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      sentAt = System.nanoTime();
    }

    private void close() {
      feeds.remove(this);
      var _ = end.complete(null);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
    feeds.forEach(Feed::close);
  }
}
