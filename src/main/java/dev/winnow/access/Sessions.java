package dev.winnow.access;

import dev.winnow.store.Database;
import dev.winnow.store.Table;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Signing in without a password: whoever already has access makes a login token for someone, who
 * exchanges it for a session.
 *
 * <p>A login token is valid for 15 minutes and once. A session ends 12 hours after its last use, or
 * when signed out. Both survive a restart; only their SHA-256 is stored. Safe for use by many
 * threads.
 */
public final class Sessions {
  /** How long a login token is valid, unless said otherwise. */
  public static final Duration LOGIN_LIFETIME = Duration.ofMinutes(15);

  /** How long a session is valid after its last use, unless said otherwise. */
  public static final Duration SESSION_LIFETIME = Duration.ofHours(12);

  private static final Duration USE_IS_NOTED_EVERY = Duration.ofMinutes(1);

  private final Database database;
  private final Table<Pass> logins;
  private final Table<Pass> sessions;
  private final Clock clock;
  private final Duration loginLifetime;
  private final Duration sessionLifetime;

  /** A caller's right until a moment; what a login token and a session have in common. */
  record Pass(Caller caller, Instant expiresAt) {}

  /**
   * A session that has just begun.
   *
   * @param token for the cookie; it cannot be had again
   */
  public record SignedIn(String token, Caller caller) {}

  public Sessions(Database database, Clock clock) {
    this(database, clock, LOGIN_LIFETIME, SESSION_LIFETIME);
  }

  public Sessions(
      Database database, Clock clock, Duration loginLifetime, Duration sessionLifetime) {
    this.database = database;
    this.logins = database.table("logins", Pass.class);
    this.sessions = database.table("sessions", Pass.class);
    this.clock = clock;
    this.loginLifetime = loginLifetime;
    this.sessionLifetime = sessionLifetime;
  }

  /** A one-time token with which somebody signs in as this caller. */
  public String createLogin(Caller caller) {
    String token = Secrets.fresh();
    Pass pass = new Pass(caller, clock.instant().plus(loginLifetime));
    database.run(
        () -> {
          removeExpired(logins);
          logins.put(Secrets.hash(token), pass);
        });
    return token;
  }

  /** Begins a session, or returns empty when the token is unknown, expired or used. */
  public Optional<SignedIn> signIn(String loginToken) {
    if (loginToken.length() != Secrets.LENGTH || logins.get(Secrets.hash(loginToken)).isEmpty()) {
      return Optional.empty();
    }
    return database.write(() -> exchange(Secrets.hash(loginToken)));
  }

  private Optional<SignedIn> exchange(String loginHash) {
    Optional<Caller> caller = valid(logins, loginHash).map(Pass::caller);
    logins.remove(loginHash);
    removeExpired(sessions);
    return caller.map(
        who -> {
          String token = Secrets.fresh();
          sessions.put(Secrets.hash(token), new Pass(who, sessionEnd()));
          return new SignedIn(token, who);
        });
  }

  /** Who makes a request in this session, or empty when it is not a valid one. Prolongs it. */
  public Optional<Caller> authenticate(String token) {
    if (token.length() != Secrets.LENGTH) {
      return Optional.empty();
    }
    String hash = Secrets.hash(token);
    Optional<Pass> found = valid(sessions, hash);
    if (found.filter(this::isToBeProlonged).isPresent()) {
      prolong(hash);
    }
    return found.map(Pass::caller);
  }

  /** Ends a session, if it is there. */
  public void signOut(String token) {
    String hash = Secrets.hash(token);
    if (sessions.get(hash).isPresent()) {
      sessions.remove(hash);
    }
  }

  private boolean isToBeProlonged(Pass pass) {
    return !pass.expiresAt().isAfter(sessionEnd().minus(USE_IS_NOTED_EVERY));
  }

  /** Looks again within the transaction, so that a session signed out meanwhile stays so. */
  private void prolong(String hash) {
    database.run(
        () ->
            valid(sessions, hash)
                .ifPresent(pass -> sessions.put(hash, new Pass(pass.caller(), sessionEnd()))));
  }

  private Instant sessionEnd() {
    return clock.instant().plus(sessionLifetime);
  }

  private Optional<Pass> valid(Table<Pass> passes, String hash) {
    return passes.get(hash).filter(pass -> pass.expiresAt().isAfter(clock.instant()));
  }

  private void removeExpired(Table<Pass> passes) {
    Instant now = clock.instant();
    for (Map.Entry<String, Pass> entry : passes.entries().entrySet()) {
      if (!entry.getValue().expiresAt().isAfter(now)) {
        passes.remove(entry.getKey());
      }
    }
  }
}
