package dev.winnow.lucene;

import java.io.IOException;
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
  FixedBitSet between(LeafReader reader, long from, long to) throws IOException {
    FixedBitSet bits = new FixedBitSet(maxDoc);
    if (from > to) {
      return bits;
    }
    int low = from <= min ? 1 : range(from);
    int high = to >= max ? floors.length : range(to);
    long[] words = bits.getBits();
    addAtLeast(low, words);
    FixedBitSet above = new FixedBitSet(maxDoc);
    addAtLeast(high + 1, above.getBits());
    bits.andNot(above);
    boolean wholeLow = from <= min || floors[low - 1] == from;
    boolean wholeHigh = to >= max || (high < floors.length && floors[high] - 1 == to);
    if (!wholeLow) {
      check(reader, low, from, to, bits);
    }
    if (!wholeHigh && (high != low || wholeLow)) {
      check(reader, high, from, to, bits);
    }
    return bits;
  }

  /** Adds the documents whose range has at least this number. */
  private void addAtLeast(int number, long[] into) {
    if (number > RANGES) {
      return;
    }
    long[] equal = new long[into.length];
    Arrays.fill(equal, -1L);
    for (int slice = SLICES - 1; slice >= 0; slice--) {
      long[] bits = slices[slice];
      if ((number >> slice & 1) == 0) {
        for (int i = 0; i < into.length; i++) {
          into[i] |= equal[i] & bits[i];
          equal[i] &= ~bits[i];
        }
      } else {
        for (int i = 0; i < into.length; i++) {
          equal[i] &= bits[i];
        }
      }
    }
    for (int i = 0; i < into.length; i++) {
      into[i] |= equal[i];
    }
    if (maxDoc % Long.SIZE != 0) {
      into[into.length - 1] &= (1L << maxDoc) - 1;
    }
  }

  /** Decides the documents of one range by their amounts. */
  private void check(LeafReader reader, int number, long from, long to, FixedBitSet bits)
      throws IOException {
    NumericDocValues values = CustomerDocuments.ordered(reader, field);
    long[] decided = bits.getBits();
    for (int i = 0; i < decided.length; i++) {
      for (long word = inRange(number, i); word != 0; word &= word - 1) {
        int doc = (i << 6) + Long.numberOfTrailingZeros(word);
        boolean inside =
            values.advanceExact(doc) && values.longValue() >= from && values.longValue() <= to;
        if (!inside) {
          decided[i] &= ~(1L << doc);
        }
      }
    }
  }

  /** Those of 64 documents that are in a range, which is never that of having no amount. */
  private long inRange(int number, int word) {
    long bits = -1L;
    for (int slice = 0; slice < SLICES && bits != 0; slice++) {
      bits &= (number >> slice & 1) == 0 ? ~slices[slice][word] : slices[slice][word];
    }
    return bits;
  }

  long bytes() {
    return 8L * floors.length + (long) SLICES * 8 * FixedBitSet.bits2words(maxDoc);
  }
}
