package dev.winnow.lucene;

import dev.winnow.condition.Condition;
import java.io.IOException;
import java.util.function.LongPredicate;

/**
 * Knows who did what. It answers for a point in time that does not change while a question is
 * answered; {@link #version} says which.
 */
interface DidSource {
  /** Nothing has ever happened. */
  DidSource NONE =
      new DidSource() {
        @Override
        public LongPredicate customers(Condition.Did did) {
          boolean everyone = did.satisfiedByNone();
          return _ -> everyone;
        }

        @Override
        public long version() {
          return 0;
        }
      };

  /**
   * Whether the customer with a number satisfies a resolved clause. A customer with whom nothing
   * has happened does when {@link Condition.Did#satisfiedByNone}.
   */
  LongPredicate customers(Condition.Did did) throws IOException;

  /** Equal as long as every clause has the same answers. */
  long version();
}
