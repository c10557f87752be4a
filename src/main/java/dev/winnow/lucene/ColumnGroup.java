package dev.winnow.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Several small columns packed into one: each document has one code, and the code says its value in
 * every member. One step for a document counts it for all members at once; when all blocks are
 * counted, the few codes are spread over the members' values. It also takes less memory than the
 * members apart, which become views of it.
 */
final class ColumnGroup {
  /** More codes would cost more to spread than is saved, and leave the first-level cache. */
  static final int MAX_CODES = 4_096;

  private final List<String> facets;
  private final List<SingleColumn> members;
  private final PackedIds codes;
  private final byte[][] digits;

  private ColumnGroup(
      List<String> facets, List<SingleColumn> members, PackedIds codes, byte[][] digits) {
    this.facets = facets;
    this.members = members;
    this.codes = codes;
    this.digits = digits;
  }

  /** Groups the small columns of a leaf, and puts views of the groups in their place. */
  static List<ColumnGroup> form(Map<String, Column> facets) {
    Map<String, SingleColumn> small = new LinkedHashMap<>();
    facets.entrySet().stream()
        .filter(entry -> entry.getValue().values() <= Byte.MAX_VALUE)
        .sorted(Comparator.comparingInt(entry -> entry.getValue().values()))
        .forEach(
            entry -> {
              if (entry.getValue() instanceof SingleColumn single && single.totals().kept()) {
                small.put(entry.getKey(), single);
              }
            });
    List<ColumnGroup> groups = new ArrayList<>();
    Map<String, SingleColumn> chosen = new LinkedHashMap<>();
    int size = 1;
    for (Map.Entry<String, SingleColumn> entry : small.entrySet()) {
      if (size * entry.getValue().values() > MAX_CODES) {
        groups.add(of(chosen, size));
        chosen.clear();
        size = 1;
      }
      chosen.put(entry.getKey(), entry.getValue());
      size *= entry.getValue().values();
    }
    groups.add(of(chosen, size));
    groups.removeIf(group -> group.members.size() < 2);
    groups.forEach(group -> group.replace(facets));
    return List.copyOf(groups);
  }

  private static ColumnGroup of(Map<String, SingleColumn> columns, int size) {
    List<SingleColumn> members = List.copyOf(columns.values());
    byte[][] digits = new byte[members.size()][size];
    int maxDoc = members.isEmpty() ? 0 : members.getFirst().maxDoc();
    int[] codes = new int[maxDoc];
    int weight = 1;
    for (int member = 0; member < members.size(); member++) {
      SingleColumn column = members.get(member);
      for (int code = 0; code < size; code++) {
        digits[member][code] = (byte) (code / weight % column.values());
      }
      for (int doc = 0; doc < maxDoc; doc++) {
        codes[doc] += weight * column.ids().get(doc);
      }
      weight *= column.values();
    }
    return new ColumnGroup(
        List.copyOf(columns.keySet()), members, PackedIds.of(codes, maxDoc), digits);
  }

  private void replace(Map<String, Column> facets) {
    for (int member = 0; member < members.size(); member++) {
      SingleColumn column = members.get(member);
      facets.put(
          this.facets.get(member),
          new SingleColumn(
              new PackedIds.Digit(codes, digits[member]),
              column.maxDoc(),
              column.values(),
              column.totals(),
              column.postings()));
    }
  }

  List<String> facets() {
    return facets;
  }

  /**
   * Counts the block's documents in the set.
   *
   * @param targets for each member the counts by value, or an empty array if it is not wanted
   * @param codeCounts counts by code, to be {@link #spread} when all blocks are counted
   */
  void count(int block, BlockSet set, int[][] targets, int[] codeCounts) {
    boolean most = set.count() > set.docs() / 2;
    int walked = most ? set.docs() - set.count() : set.count();
    if (intersectingCost(block, targets) < walked * (SingleColumn.COST + set.listingCost(most))) {
      for (int member = 0; member < targets.length; member++) {
        if (targets[member].length > 0) {
          members.get(member).count(block, set, targets[member]);
        }
      }
      return;
    }
    int first = Blocks.firstDoc(block);
    if (!most) {
      codes.tally(first, set.offsets(), walked, 1, codeCounts);
      return;
    }
    for (int member = 0; member < targets.length; member++) {
      if (targets[member].length > 0) {
        members.get(member).totals().addTo(block, targets[member]);
      }
    }
    if (walked > 0) {
      codes.tally(first, set.misses().offsets(), walked, -1, codeCounts);
    }
  }

  private double intersectingCost(int block, int[][] targets) {
    double cost = 0;
    for (int member = 0; member < targets.length; member++) {
      if (targets[member].length > 0) {
        cost +=
            members
                .get(member)
                .postings()
                .map(postings -> postings.cost(block))
                .orElse(Double.POSITIVE_INFINITY);
      }
    }
    return cost;
  }

  /** Adds counts by code to the members' counts by value, and clears them. */
  void spread(int[] codeCounts, int[][] targets) {
    for (int member = 0; member < targets.length; member++) {
      int[] counts = targets[member];
      byte[] digit = digits[member];
      for (int code = 0; counts.length > 0 && code < digit.length; code++) {
        counts[digit[code]] += codeCounts[code];
      }
    }
    java.util.Arrays.fill(codeCounts, 0);
  }

  long bytes() {
    return codes.bytes() + (long) digits.length * (digits.length == 0 ? 0 : digits[0].length);
  }
}
