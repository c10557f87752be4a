package dev.winnow.duplicates;

import dev.winnow.engine.KeyedCustomers;
import dev.winnow.engine.Progress;
import dev.winnow.matching.Frequencies;
import java.util.Arrays;

/**
 * Which customers are to be compared: those that share a key. A key that very many have says little
 * and would mean comparing each of them with each; of such keys, two that customers share make one.
 *
 * <p>Takes some 12 bytes for every key that several customers have, and 8 for every one of them.
 */
final class Blocks {
  /** Customers in the largest block that is compared; larger ones are taken two by two. */
  static final int LARGEST = 200;

  /** Keys that more customers have than this are not looked at. */
  private static final int LARGEST_REFINED = 50_000;

  /** Large blocks of one customer that are taken two by two. */
  private static final int MOST_LARGE = 12;

  /** Entries of large blocks of which all pairs are taken at once: some 100 MB. */
  private static final int LARGE_AT_ONCE = 2_000_000;

  private final Longs keys = new Longs();
  private final Ints sizes = new Ints();
  private final Ints starts = new Ints();
  private final Ints members = new Ints();
  private final int[] firstOfPlace;
  private final int[] blocksOfPlaces;

  private Blocks(KeyedCustomers customers, Progress progress) {
    Longs large = new Longs();
    customers.blocks(
        (key, places, count) -> add(key, places, count, large),
        (done, total) -> progress.at(done, 2 * total));
    refine(large, (done, total) -> progress.at(total + done, 2 * total));
    starts.add(members.size());
    firstOfPlace = new int[customers.places() + 1];
    for (int i = 0; i < members.size(); i++) {
      firstOfPlace[members.get(i) + 1]++;
    }
    for (int place = 0; place < customers.places(); place++) {
      firstOfPlace[place + 1] += firstOfPlace[place];
    }
    int[] next = Arrays.copyOf(firstOfPlace, customers.places());
    blocksOfPlaces = new int[members.size()];
    for (int block = 0; block + 1 < starts.size(); block++) {
      for (int i = starts.get(block); i < starts.get(block + 1); i++) {
        blocksOfPlaces[next[members.get(i)]++] = block;
      }
    }
  }

  static Blocks of(KeyedCustomers customers, Progress progress) {
    return new Blocks(customers, progress);
  }

  private void add(long key, int[] places, int count, Longs large) {
    keys.add(key);
    sizes.add(count);
    if (count <= LARGEST) {
      block(places, count);
    } else if (count <= LARGEST_REFINED) {
      for (int i = 0; i < count; i++) {
        large.add(((long) places[i] << 32) | (keys.size() - 1));
      }
    }
  }

  private void block(int[] places, int count) {
    starts.add(members.size());
    for (int i = 0; i < count; i++) {
      members.add(places[i]);
    }
  }

  /**
   * Makes blocks of the customers that share two keys of many. Pairs of keys are taken in parts by
   * their hash, since there may be dozens for each customer.
   */
  private void refine(Longs large, Progress progress) {
    large.sort();
    int parts = 1 + large.size() / LARGE_AT_ONCE;
    Longs pairs = new Longs();
    for (int part = 0; part < parts; part++) {
      progress.at(part, parts);
      pairs.clear();
      collect(large, part, parts, pairs);
      pairs.sort();
      join(pairs);
    }
  }

  private static void collect(Longs large, int part, int parts, Longs pairs) {
    for (int from = 0; from < large.size(); ) {
      int to = from;
      while (to < large.size() && large.get(to) >>> 32 == large.get(from) >>> 32) {
        to++;
      }
      int last = Math.min(to, from + MOST_LARGE);
      for (int i = from; i < last; i++) {
        for (int j = i + 1; j < last; j++) {
          int hash = mixed((int) large.get(i), (int) large.get(j));
          if (Integer.remainderUnsigned(hash, parts) == part) {
            pairs.add(((long) hash << 32) | (large.get(i) >>> 32));
          }
        }
      }
      from = to;
    }
  }

  private void join(Longs pairs) {
    int[] places = new int[LARGEST];
    for (int from = 0; from < pairs.size(); ) {
      int to = from;
      while (to < pairs.size() && pairs.get(to) >> 32 == pairs.get(from) >> 32) {
        to++;
      }
      if (to - from > 1 && to - from <= LARGEST) {
        for (int i = from; i < to; i++) {
          places[i - from] = (int) pairs.get(i);
        }
        block(places, to - from);
      }
      from = to;
    }
  }

  private static int mixed(int a, int b) {
    long hash = (((long) a << 32) | (b & 0xFFFFFFFFL)) * 0x9E3779B97F4A7C15L;
    return (int) (hash >>> 32);
  }

  /** How many customers have a key. */
  Frequencies frequencies() {
    return key -> {
      int at = keys.find(key);
      return at < 0 ? 1 : sizes.get(at);
    };
  }

  /** Whether somebody is to be compared with the customer at a place. */
  boolean isShared(int place) {
    return firstOfPlace[place] < firstOfPlace[place + 1];
  }

  /** Those behind a place that are to be compared with the customer there, each once. */
  void behind(int place, Ints result) {
    result.clear();
    for (int i = firstOfPlace[place]; i < firstOfPlace[place + 1]; i++) {
      int block = blocksOfPlaces[i];
      for (int k = starts.get(block + 1) - 1; k >= starts.get(block); k--) {
        int other = members.get(k);
        if (other <= place) {
          break;
        }
        result.add(other);
      }
    }
    result.sortAndDropRepeated();
  }
}
