package dev.winnow.access;

import java.time.Instant;
import java.util.Optional;

/**
 * A program's access, without its secret.
 *
 * @param id not secret; names the key in lists and when it is revoked
 * @param name given by an admin, 1 to 100 characters; need not be unique
 * @param lastUsedAt exact to a minute; empty when never used
 */
public record ApiKey(
    String id, String name, Role role, Instant createdAt, Optional<Instant> lastUsedAt) {
  /** A key on the day it is made, the only one on which its secret is known. */
  public record Created(ApiKey key, String secret) {}
}
