package dev.winnow.lucene;

import dev.winnow.schema.Field;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The numbers of a facet's values, the same in every leaf, so that counts of all leaves add up in
 * one array. Numbers are given in the order values are first seen, from 1; 0 means no value. A
 * tree's nodes know the node above them. Values are never removed while the process lives.
 *
 * <p>Thread-safe.
 */
final class ValueDictionary {
  static final int NONE = 0;

  private final boolean tree;
  private final Map<String, Integer> ids = new HashMap<>();
  private String[] values = {""};
  private int[] parents = {NONE};
  private int size = 1;
  private Order order = new Order(new int[0], new int[0]);

  ValueDictionary(boolean tree) {
    this.tree = tree;
  }

  /** The value's number, given now if it is new; a tree's parents get theirs first. */
  synchronized int add(String value) {
    Integer known = ids.get(value);
    if (known != null) {
      return known;
    }
    int cut = tree ? value.lastIndexOf(Field.Tree.SEPARATOR) : -1;
    int parent = cut < 0 ? NONE : add(value.substring(0, cut));
    int id = size++;
    if (id == values.length) {
      values = Arrays.copyOf(values, id * 2);
      parents = Arrays.copyOf(parents, id * 2);
    }
    values[id] = value;
    parents[id] = parent;
    ids.put(value, id);
    return id;
  }

  /** The value's number, or {@link #NONE} when no customer ever had it. */
  synchronized int idOf(String value) {
    return ids.getOrDefault(value, NONE);
  }

  /** One more than the highest number. */
  synchronized int size() {
    return size;
  }

  /** All values known now, by number. */
  Values values() {
    return values(size());
  }

  /** The values with a number below the given one. */
  synchronized Values values(int size) {
    return new Values(values, parents, size);
  }

  /** The order of the texts of all values known now, at least. */
  synchronized Order order() {
    if (order.ranks.length < size) {
      int[] byRank =
          IntStream.range(0, size)
              .boxed()
              .sorted(Comparator.comparing(id -> values[id]))
              .mapToInt(Integer::intValue)
              .toArray();
      int[] ranks = new int[size];
      for (int rank = 0; rank < size; rank++) {
        ranks[byRank[rank]] = rank;
      }
      order = new Order(ranks, byRank);
    }
    return order;
  }

  /**
   * Values in the order of their texts.
   *
   * @param ranks by number, the place in the order
   * @param byRank by place in the order, the number
   */
  record Order(int[] ranks, int[] byRank) {}

  /**
   * The values at one moment: texts and parents by number, up to the size. The arrays are shared,
   * because what is below the size never changes.
   */
  record Values(String[] texts, int[] parents, int size) {

    /** The value with a number; empty for {@link #NONE}. */
    Optional<String> text(int number) {
      return number == NONE ? Optional.empty() : Optional.of(texts[number]);
    }

    /** The given nodes of a tree and all below them, ascending. */
    int[] withBelow(int[] nodes) {
      boolean[] wanted = new boolean[size];
      for (int node : nodes) {
        if (node < size) {
          wanted[node] = true;
        }
      }
      int[] all = new int[size];
      int count = 0;
      for (int id = 1; id < size; id++) {
        wanted[id] |= wanted[parents[id]];
        if (wanted[id]) {
          all[count++] = id;
        }
      }
      return Arrays.copyOf(all, count);
    }
  }
}
