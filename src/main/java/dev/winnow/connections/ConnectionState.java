package dev.winnow.connections;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a connection has been read, and when it is read next.
 *
 * @param watermark text form of the greatest value of rows that were written; empty before the
 *     first run has ended well
 * @param nextRunAt empty for never
 * @param failures runs in a row that failed
 * @param runs how many there have been
 */
public record ConnectionState(
    Optional<String> watermark, Optional<Instant> nextRunAt, int failures, long runs) {
  static final ConnectionState NEW = new ConnectionState(Optional.empty(), Optional.empty(), 0, 0);

  ConnectionState next(Optional<Instant> at) {
    return new ConnectionState(watermark, at, failures, runs);
  }

  ConnectionState at(Optional<String> mark) {
    return new ConnectionState(mark, nextRunAt, failures, runs);
  }

  ConnectionState begun() {
    return new ConnectionState(watermark, Optional.empty(), failures, runs + 1);
  }

  ConnectionState ended(boolean well) {
    return new ConnectionState(watermark, nextRunAt, well ? 0 : failures + 1, runs);
  }
}
