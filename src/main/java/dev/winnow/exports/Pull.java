package dev.winnow.exports;

import dev.winnow.condition.Condition;
import dev.winnow.engine.Snapshot;
import dev.winnow.engine.StoredCustomer;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * One reading of a segment's members: the state of all customers when it began, and the question.
 *
 * @param segment id of the segment
 * @param caller who reads; nobody else may continue
 * @param condition resolved, with the caller's row scope
 */
public record Pull(
    String segment,
    int segmentVersion,
    String caller,
    Snapshot snapshot,
    Condition condition,
    long total,
    Instant asOf)
    implements AutoCloseable {
  private static final int BLOCK = 1_000;

  /** Members from a position on; the same position gives the same members again. */
  List<StoredCustomer> members(long after, int limit) {
    return snapshot.members(condition, after, limit);
  }

  /** Writes all members. */
  public void writeTo(ListWriter writer) throws IOException {
    List<StoredCustomer> block;
    long after = -1;
    do {
      block = members(after, BLOCK);
      for (StoredCustomer member : block) {
        writer.write(member);
        after = member.number();
      }
    } while (block.size() == BLOCK);
  }

  @Override
  public void close() {
    snapshot.close();
  }
}
