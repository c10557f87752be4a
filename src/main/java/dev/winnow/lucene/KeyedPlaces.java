package dev.winnow.lucene;

import dev.winnow.lucene.MatchKeys.Cursor;
import dev.winnow.lucene.MatchKeys.Places;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.lucene.index.LeafReaderContext;

/** Who has some keys: the numbers of documents over all leaves. */
final class KeyedPlaces {
  private static final int KEYS_AT_ONCE = 1_024;

  private final long[] keys;
  private final int[][] places;

  private KeyedPlaces(long[] keys) {
    this.keys = keys;
    this.places = new int[keys.length][];
  }

  /** Looks every key up once, in ascending order, which is how terms are found fastest. */
  static KeyedPlaces find(List<LeafReaderContext> leaves, List<long[]> keys) {
    KeyedPlaces found =
        new KeyedPlaces(keys.stream().flatMapToLong(LongStream::of).sorted().distinct().toArray());
    IntStream.range(0, (found.keys.length + KEYS_AT_ONCE - 1) / KEYS_AT_ONCE)
        .parallel()
        .forEach(slice -> found.find(leaves, slice * KEYS_AT_ONCE));
    return found;
  }

  private void find(List<LeafReaderContext> leaves, int from) {
    try {
      List<Cursor> cursors = Cursor.of(leaves);
      Places who = new Places();
      for (int i = from; i < Math.min(keys.length, from + KEYS_AT_ONCE); i++) {
        who.clear();
        for (Cursor cursor : cursors) {
          if (cursor.seek(keys[i])) {
            cursor.addTo(who);
          }
        }
        places[i] = Arrays.copyOf(who.values(), who.count());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells of all keys with those who have them. */
  void forEach(BiConsumer<Long, int[]> reader) {
    for (int i = 0; i < keys.length; i++) {
      reader.accept(keys[i], places[i]);
    }
  }

  /**
   * Those who have any of some keys, ascending, each once.
   *
   * @param most keys that more have than this are left out
   */
  int[] of(long[] some, int most) {
    return LongStream.of(some)
        .mapToObj(key -> places[Arrays.binarySearch(keys, key)])
        .filter(who -> who.length <= most)
        .flatMapToInt(IntStream::of)
        .sorted()
        .distinct()
        .toArray();
  }
}
