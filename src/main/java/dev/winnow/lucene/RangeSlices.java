package dev.winnow.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/**
 * The amounts of one field in one leaf as a bit-sliced index (O'Neil and Quass, "Improved Query
 * Performance with Variant Indexes", 1997): amounts are put in 255 ranges of about as many
 * documents each, and slice <i>s</i> has bit <i>s</i> of every document's range number; 0 means no
 * amount. "At least" is then eight steps of bit algebra over whole words. Only the documents of the
 * ranges in which a bound lies are looked at one by one.
 */
final class RangeSlices {
  private static final int SLICES = 8;
  private static final int RANGES = (1 << SLICES) - 1;
  private static final int SAMPLE = 1 << 14;

  private final String field;
  private final int maxDoc;
  private final long[] floors;
  private final long[][] slices;
  private long min = Long.MAX_VALUE;
  private long max = Long.MIN_VALUE;

  private RangeSlices(String field, int maxDoc, long[] floors) {
    this.field = field;
    this.maxDoc = maxDoc;
    this.floors = floors;
    this.slices = new long[SLICES][FixedBitSet.bits2words(maxDoc)];
  }

  static RangeSlices build(LeafReader reader, String field) throws IOException {
    RangeSlices slices = new RangeSlices(field, reader.maxDoc(), floors(reader, field));
    NumericDocValues values = CustomerDocuments.ordered(reader, field);
    for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
      slices.min = Math.min(slices.min, values.longValue());
      slices.max = Math.max(slices.max, values.longValue());
      int range = slices.range(values.longValue());
      for (int slice = 0; slice < SLICES; slice++) {
        slices.slices[slice][doc >> 6] |= (long) (range >> slice & 1) << doc;
      }
    }
    return slices;
  }

  /**
   * Where the ranges begin, from a sample of the amounts; the first lies below all. An amount that
   * fills several ranges gets one of its own.
   */
  private static long[] floors(LeafReader reader, String field) throws IOException {
    long[] sample = new long[Math.min(SAMPLE, reader.maxDoc())];
    int every = reader.maxDoc() / SAMPLE + 1;
    int sampled = 0;
    int seen = 0;
    NumericDocValues values = CustomerDocuments.ordered(reader, field);
    while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      if (seen++ % every == 0) {
        sample[sampled++] = values.longValue();
      }
    }
    Arrays.sort(sample, 0, sampled);
    long[] floors = new long[RANGES];
    floors[0] = Long.MIN_VALUE;
    int count = 1;
    for (int i = 1; i < RANGES && sampled > 0; i++) {
      long floor = sample[(int) ((long) i * sampled / RANGES)];
      if (floor >= floors[count - 1]) {
        floors[count] = floor + (floor == floors[count - 1] ? 1 : 0);
        count++;
      }
    }
    return Arrays.copyOf(floors, count);
  }

  /** The number of an amount's range, from 1. */
  private int range(long amount) {
    int found = Arrays.binarySearch(floors, amount);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /**
   * The documents whose amount lies in {@code [from, to]}.
   *
   * @param reader any open reader of the leaf
   */
  LeafFilter between(LeafReader reader, long from, long to) {
    return from > to
        ? LeafFilter.shared(BlockFilter.NOTHING)
        : () -> new Range(amounts(reader), from, to);
  }

  private NumericDocValues amounts(LeafReader reader) {
    try {
      return CustomerDocuments.ordered(reader, field);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The ranges of amounts between two bounds, and the amounts of those that a bound divides. */
  private final class Range implements BlockFilter {
    private final long from;
    private final long to;
    private final int low;
    private final int high;
    private final boolean bounded;
    private final boolean wholeLow;
    private final boolean wholeHigh;
    private final NumericDocValues values;
    private final long[] inLow = new long[Blocks.WORDS];
    private final long[] inHigh = new long[Blocks.WORDS];
    private final long[] aboveLow = new long[Blocks.WORDS];
    private final long[] aboveHigh = new long[Blocks.WORDS];

    private Range(NumericDocValues values, long from, long to) {
      this.from = from;
      this.to = to;
      low = from <= min ? 1 : range(from);
      bounded = to < max;
      high = bounded ? range(to) : floors.length;
      wholeLow = from <= min || floors[low - 1] == from;
      wholeHigh = !bounded || (high < floors.length && floors[high] - 1 == to);
      this.values = values;
    }

    @Override
    public void read(int block, long[] words, long[] scratch) {
      ranges(block, words, scratch);
      check(block, words);
    }

    /** Only amounts of documents that are still in question are looked at. */
    @Override
    public void and(int block, long[] words, long[] own, long[] scratch) {
      ranges(block, own, scratch);
      Blocks.and(own, words);
      check(block, words);
    }

    @Override
    public long estimate() {
      return (long) maxDoc * (high - low + 1) / RANGES;
    }

    private void ranges(int block, long[] words, long[] scratch) {
      compare(block, scratch);
      for (int i = 0; i < Blocks.WORDS; i++) {
        words[i] = (aboveLow[i] | inLow[i]) & ~aboveHigh[i];
      }
    }

    /** Finds the documents in the ranges of both bounds, and those above them. */
    private void compare(int block, long[] bits) {
      Arrays.fill(aboveLow, 0);
      Arrays.fill(inLow, -1L);
      Arrays.fill(aboveHigh, 0);
      Arrays.fill(inHigh, bounded ? -1L : 0);
      for (int slice = SLICES - 1; slice >= 0; slice--) {
        Blocks.read(slices[slice], block, bits);
        compare(low >> slice & 1, bits, inLow, aboveLow);
        if (bounded) {
          compare(high >> slice & 1, bits, inHigh, aboveHigh);
        }
      }
    }

    private static void compare(int bound, long[] bits, long[] equal, long[] above) {
      if (bound == 0) {
        for (int i = 0; i < Blocks.WORDS; i++) {
          above[i] |= equal[i] & bits[i];
          equal[i] &= ~bits[i];
        }
      } else {
        Blocks.and(bits, equal);
      }
    }

    /** Decides the documents of divided ranges by their amounts, in ascending order. */
    private void check(int block, long[] words) {
      if (wholeLow && wholeHigh) {
        return;
      }
      long ofLow = wholeLow ? 0 : -1L;
      long ofHigh = wholeHigh ? 0 : -1L;
      int first = Blocks.firstDoc(block);
      for (int i = 0; i < Blocks.WORDS; i++) {
        long divided = (inLow[i] & ofLow) | (inHigh[i] & ofHigh);
        for (long left = words[i] & divided; left != 0; left &= left - 1) {
          if (!isInside(first + (i << 6) + Long.numberOfTrailingZeros(left))) {
            words[i] &= ~Long.lowestOneBit(left);
          }
        }
      }
    }

    private boolean isInside(int doc) {
      try {
        return values.advanceExact(doc) && values.longValue() >= from && values.longValue() <= to;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  long bytes() {
    return 8L * floors.length + (long) SLICES * 8 * FixedBitSet.bits2words(maxDoc);
  }
}
