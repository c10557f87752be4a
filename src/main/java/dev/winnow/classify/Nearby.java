package dev.winnow.classify;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongToIntFunction;

/** Looks for the nearest amount at which something else would come out. */
final class Nearby {
  /** The days that fields hold: 0001-01-01 to 9999-12-31. */
  static final long FIRST_DAY = -719_162;

  static final long LAST_DAY = 2_932_896;

  private Nearby() {}

  /**
   * The amount nearest to {@code from}, towards {@code end}, for which the outcome is another.
   *
   * @param outcome the same for all amounts between two for which it is the same
   */
  static OptionalLong other(LongToIntFunction outcome, long from, long end) {
    int now = outcome.applyAsInt(from);
    if (outcome.applyAsInt(end) == now) {
      return OptionalLong.empty();
    }
    long same = from;
    long other = end;
    while (same + 1 != other && same - 1 != other) {
      long middle = (same & other) + ((same ^ other) >> 1);
      if (outcome.applyAsInt(middle) == now) {
        same = middle;
      } else {
        other = middle;
      }
    }
    return OptionalLong.of(other);
  }

  /** The customer with another amount in one input. */
  record Changed(Inputs customer, int input, long amount) implements Inputs {
    @Override
    public long number() {
      return customer.number();
    }

    @Override
    public long amount(int asked) {
      return asked == input ? amount : customer.amount(asked);
    }

    @Override
    public List<String> words(int asked) {
      return customer.words(asked);
    }
  }
}
