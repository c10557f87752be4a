package dev.winnow.ingest;

/**
 * Counts receipts by what happened.
 *
 * @param unchanged those that are part of another customer now among them
 * @param rejected everything that changed nothing because it could not: not valid, not found, in
 *     conflict
 */
public record Tally(long inserted, long updated, long unchanged, long deleted, long rejected) {
  public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

  /** These counts and one more receipt. */
  public Tally plus(Receipt receipt) {
    return switch (receipt.outcome()) {
      case INSERTED -> new Tally(inserted + 1, updated, unchanged, deleted, rejected);
      case UPDATED -> new Tally(inserted, updated + 1, unchanged, deleted, rejected);
      case UNCHANGED, MERGED -> new Tally(inserted, updated, unchanged + 1, deleted, rejected);
      case DELETED -> new Tally(inserted, updated, unchanged, deleted + 1, rejected);
      case NOT_FOUND, CONFLICT, REJECTED ->
          new Tally(inserted, updated, unchanged, deleted, rejected + 1);
    };
  }
}
