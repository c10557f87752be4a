package dev.winnow.lucene;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.lucene.util.FixedBitSet;

/**
 * The amounts of a few customers in one field, in ascending order, with the set of those before
 * each place: the customers in a range are one such set without another.
 */
final class SortedAmounts {
  private final long[] ascending;
  private final int words;
  private final long[] before;

  /**
   * @param amounts of the customers by their index
   * @param present which customers have an amount
   */
  SortedAmounts(long[] amounts, FixedBitSet present) {
    int[] order =
        IntStream.range(0, amounts.length)
            .filter(present::get)
            .boxed()
            .sorted((a, b) -> Long.compare(amounts[a], amounts[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    ascending = Arrays.stream(order).mapToLong(index -> amounts[index]).toArray();
    words = FixedBitSet.bits2words(amounts.length);
    before = new long[(order.length + 1) * words];
    for (int place = 0; place < order.length; place++) {
      int next = (place + 1) * words;
      System.arraycopy(before, place * words, before, next, words);
      before[next + (order[place] >> 6)] |= 1L << order[place];
    }
  }

  /** Writes those in {@code [from, to]} as words of bits. */
  void between(long from, long to, long[] into, int at) {
    int first = firstFrom(from) * words;
    int end = (to == Long.MAX_VALUE ? ascending.length : firstFrom(to + 1)) * words;
    for (int word = 0; word < words; word++) {
      into[at + word] = first < end ? before[end + word] & ~before[first + word] : 0;
    }
  }

  /** The first place whose amount is not less. */
  private int firstFrom(long amount) {
    int low = 0;
    int high = ascending.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ascending[middle] < amount) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
