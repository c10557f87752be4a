package dev.winnow.exports;

import dev.winnow.engine.StoredCustomer;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The lists being read page by page. Each keeps the state it began with until nobody has asked for
 * {@link #IDLE}; a page may be asked for again as often as one likes. At most {@link #MAX_OPEN} are
 * kept; when there are more, one that has been read to its end makes way, else the new one is
 * refused. Safe for use by many threads.
 */
public final class PullCursors implements AutoCloseable {
  /** How long a list stays open without being read. */
  public static final Duration IDLE = Duration.ofMinutes(5);

  /** How many lists may be open at once. */
  public static final int MAX_OPEN = 64;

  private final Clock clock;
  private final Map<UUID, Open> open = new LinkedHashMap<>();

  public PullCursors(Clock clock) {
    this.clock = clock;
  }

  /** The first page. The pull is closed by the callee, also when this fails. */
  public Page first(Pull pull, int limit) {
    boolean kept = false;
    try {
      List<StoredCustomer> members = pull.members(-1, limit + 1);
      if (members.size() <= limit) {
        return new Page(pull, members, Optional.empty());
      }
      UUID id = UUID.randomUUID();
      keep(id, pull);
      kept = true;
      return page(id, pull, members, limit);
    } finally {
      if (!kept) {
        pull.close();
      }
    }
  }

  /** The page a cursor stands for. */
  public Page next(String cursorText, String segment, String caller, int limit) {
    Cursor cursor = Cursor.of(cursorText);
    Open entry = enter(cursor.pull());
    try {
      Pull pull = entry.pull;
      if (!pull.segment().equals(segment) || !pull.caller().equals(caller)) {
        throw Cursor.invalid();
      }
      List<StoredCustomer> members = pull.members(cursor.after(), limit + 1);
      if (members.size() <= limit) {
        entry.finished = true;
      }
      return page(cursor.pull(), pull, members, limit);
    } finally {
      leave(entry);
    }
  }

  /** How many lists are open. */
  public synchronized int size() {
    return open.size();
  }

  /** Closes the lists that nobody has read for {@link #IDLE}. */
  public synchronized void expire() {
    Instant limit = clock.instant().minus(IDLE);
    discard(entry -> entry.readers == 0 && entry.lastRead.isBefore(limit), Integer.MAX_VALUE);
  }

  @Override
  public synchronized void close() {
    discard(_ -> true, Integer.MAX_VALUE);
  }

  private static Page page(UUID id, Pull pull, List<StoredCustomer> members, int limit) {
    if (members.size() <= limit) {
      return new Page(pull, members, Optional.empty());
    }
    List<StoredCustomer> page = members.subList(0, limit);
    return new Page(pull, page, Optional.of(new Cursor(id, page.getLast().number()).text()));
  }

  private synchronized void keep(UUID id, Pull pull) {
    expire();
    if (open.size() >= MAX_OPEN) {
      discard(entry -> entry.readers == 0 && entry.finished, 1);
    }
    if (open.size() >= MAX_OPEN) {
      throw new WinnowException(
          ProblemCode.TOO_MANY_REQUESTS,
          "There are already " + MAX_OPEN + " lists being read. Try again in a few minutes.");
    }
    open.put(id, new Open(pull, clock.instant()));
  }

  private synchronized Open enter(UUID id) {
    expire();
    Open entry = open.get(id);
    if (entry == null) {
      throw new WinnowException(
          ProblemCode.CURSOR_EXPIRED,
          "The list has not been read for "
              + IDLE.toMinutes()
              + " minutes or was read to its end. Begin again without a cursor.");
    }
    entry.readers++;
    entry.lastRead = clock.instant();
    return entry;
  }

  private synchronized void leave(Open entry) {
    entry.readers--;
    entry.lastRead = clock.instant();
  }

  private void discard(java.util.function.Predicate<Open> which, int most) {
    List<Pull> closing = new ArrayList<>();
    Iterator<Open> entries = open.values().iterator();
    while (entries.hasNext() && closing.size() < most) {
      Open entry = entries.next();
      if (which.test(entry)) {
        entries.remove();
        closing.add(entry.pull);
      }
    }
    closing.forEach(Pull::close);
  }

  private static final class Open {
    private final Pull pull;
    private Instant lastRead;
    private int readers;
    private boolean finished;

    private Open(Pull pull, Instant lastRead) {
      this.pull = pull;
      this.lastRead = lastRead;
    }
  }
}
