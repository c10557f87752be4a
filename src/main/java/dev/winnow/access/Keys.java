package dev.winnow.access;

import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.schema.WordRules;
import dev.winnow.store.Database;
import dev.winnow.store.Table;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * API keys: {@code wk_} and a random secret of 256 bits. Only the SHA-256 of a key is stored, so a
 * lost key cannot be shown again. A key is valid until it is revoked. Safe for use by many threads.
 */
public final class Keys {
  /** Beginning of every key, so that a leaked one is recognised. */
  public static final String PREFIX = "wk_";

  /** Longest name of a key, in characters. */
  public static final int MAX_NAME = 100;

  private static final Duration USE_IS_NOTED_EVERY = Duration.ofMinutes(1);

  private final Database database;
  private final Table<ApiKey> byHash;
  private final Clock clock;

  public Keys(Database database, Clock clock) {
    this.database = database;
    this.byHash = database.table("keys", ApiKey.class);
    this.clock = clock;
  }

  /**
   * Makes a key; its secret is in this answer and nowhere else.
   *
   * @throws WinnowException INVALID_REQUEST when the name is empty, too long or has control
   *     characters
   */
  public ApiKey.Created create(String name, Role role) {
    String clean = checkName(name);
    String secret = PREFIX + Secrets.fresh();
    ApiKey key = new ApiKey(Secrets.freshId(), clean, role, clock.instant(), Optional.empty());
    byHash.put(Secrets.hash(secret), key);
    return new ApiKey.Created(key, secret);
  }

  /** Who makes a request with this key, or empty when it is not a valid one. */
  public Optional<Caller> authenticate(String secret) {
    if (secret.length() != PREFIX.length() + Secrets.LENGTH) {
      return Optional.empty();
    }
    String hash = Secrets.hash(secret);
    Optional<ApiKey> found = byHash.get(hash);
    if (found.filter(this::isUseToBeNoted).isPresent()) {
      noteUse(hash);
    }
    return found.map(key -> new Caller(key.name(), key.role()));
  }

  /** All valid keys, the oldest first. */
  public List<ApiKey> list() {
    return byHash.values().stream()
        .sorted(Comparator.comparing(ApiKey::createdAt).thenComparing(ApiKey::id))
        .toList();
  }

  /**
   * Ends a key at once.
   *
   * @throws WinnowException NOT_FOUND when there is no key of this id
   */
  public void revoke(String id) {
    database.run(
        () -> {
          String hash =
              byHash.entries().entrySet().stream()
                  .filter(entry -> entry.getValue().id().equals(id))
                  .map(Map.Entry::getKey)
                  .findFirst()
                  .orElseThrow(
                      () -> new WinnowException(ProblemCode.NOT_FOUND, "There is no such key."));
          byHash.remove(hash);
        });
  }

  private boolean isUseToBeNoted(ApiKey key) {
    Instant due = clock.instant().minus(USE_IS_NOTED_EVERY);
    return key.lastUsedAt().map(last -> !last.isAfter(due)).orElse(true);
  }

  /** Looks again within the transaction, so that a key revoked meanwhile stays so. */
  private void noteUse(String hash) {
    database.run(
        () ->
            byHash
                .get(hash)
                .filter(this::isUseToBeNoted)
                .ifPresent(
                    key ->
                        byHash.put(
                            hash,
                            new ApiKey(
                                key.id(),
                                key.name(),
                                key.role(),
                                key.createdAt(),
                                Optional.of(clock.instant())))));
  }

  private static String checkName(String name) {
    String clean = WordRules.clean(name);
    Optional<String> flaw =
        clean.isEmpty() ? Optional.of("is empty.") : WordRules.flaw(clean, MAX_NAME);
    flaw.ifPresent(
        what -> {
          throw new WinnowException(
              ProblemCode.INVALID_REQUEST,
              List.of(
                  new Fault(
                      "/name", "The name " + what, "It has 1 to " + MAX_NAME + " characters.")));
        });
    return clean;
  }
}
