package dev.winnow.lucene;

import dev.winnow.condition.Condition;
import dev.winnow.schema.Schema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.FixedBitSet;

/**
 * Answers which of some customers satisfy which of many conditions. Membership asks for the same
 * conditions again after every change of customers, so the latest lists of them are kept compiled.
 *
 * <p>Safe for many threads.
 */
final class MembershipQuestions {
  private static final int MOST_KEPT = 4;

  /** Customers evaluated at a time; a multiple of 64. */
  private static final int CHUNK = 1_024;

  /**
   * So many customers are looked at one by one: up to here that is quicker with many conditions.
   */
  private static final int FEW = FewMembers.MOST;

  private final Schema schema;
  private final KeywordQuery keywords;
  private volatile List<CompiledConditions> latest = List.of();

  MembershipQuestions(Schema schema, KeywordQuery keywords) {
    this.schema = schema;
    this.keywords = keywords;
  }

  /**
   * For each condition which of the customers satisfy it: bit i for the i-th id.
   *
   * @param dids what the customers with some numbers did
   */
  List<BitSet> answer(
      IndexSearcher searcher,
      Columns columns,
      Function<int[], DidSource> dids,
      List<String> ids,
      List<Condition> conditions)
      throws IOException {
    if (ids.isEmpty()) {
      return Collections.nCopies(conditions.size(), new BitSet());
    }
    SelectionEvaluator evaluator = new SelectionEvaluator(schema, columns, keywords);
    CompiledConditions compiled = compiled(conditions);
    Weights weights = new Weights(searcher);
    if (ids.size() <= FEW) {
      SelectedCustomers chosen = choose(searcher, columns, weights, dids, ids);
      return ofFew(evaluator.oneByOne(compiled, chosen), chosen.found(), compiled.conditions());
    }
    List<BitSet> members = new ArrayList<>(conditions.size());
    for (int from = 0; from < ids.size(); from += CHUNK) {
      List<String> some = ids.subList(from, Math.min(ids.size(), from + CHUNK));
      SelectedCustomers chosen = choose(searcher, columns, weights, dids, some);
      long[] sets = evaluator.evaluate(compiled, chosen);
      for (int i = 0; i < compiled.conditions(); i++) {
        BitSet satisfying = set(sets, compiled.root(i), chosen.found().getBits());
        if (from == 0) {
          members.add(satisfying);
        } else {
          BitSet all = members.get(i);
          int offset = from;
          satisfying.stream().forEach(index -> all.set(offset + index));
        }
      }
    }
    return members;
  }

  private static SelectedCustomers choose(
      IndexSearcher searcher,
      Columns columns,
      Weights weights,
      Function<int[], DidSource> dids,
      List<String> ids)
      throws IOException {
    Map<Integer, LeafDocument> found = LeafDocument.find(searcher, ids);
    DidSource theirs = dids.apply(numbers(columns, found.values()));
    return new SelectedCustomers(columns, weights, theirs, ids, found);
  }

  private static List<BitSet> ofFew(FixedBitSet[] satisfied, FixedBitSet found, int conditions)
      throws IOException {
    byte[] members = new byte[conditions];
    for (int i = 0; i < satisfied.length; i++) {
      if (found.get(i)) {
        int bit = 1 << i;
        satisfied[i].forEach(0, conditions, 0, condition -> members[condition] |= (byte) bit);
      }
    }
    return new FewMembers(members, satisfied.length);
  }

  private static int[] numbers(Columns columns, Collection<LeafDocument> found) {
    return found.stream().mapToInt(each -> columns.of(each.leaf()).number(each.doc())).toArray();
  }

  private static BitSet set(long[] sets, int number, long[] found) {
    int at = number * found.length;
    int words = found.length;
    while (words > 0 && (sets[at + words - 1] & found[words - 1]) == 0) {
      words--;
    }
    if (words == 0) {
      return new BitSet(0);
    }
    long[] own = Arrays.copyOfRange(sets, at, at + words);
    for (int word = 0; word < words; word++) {
      own[word] &= found[word];
    }
    return BitSet.valueOf(own);
  }

  private CompiledConditions compiled(List<Condition> conditions) {
    for (CompiledConditions each : latest) {
      if (each.are(conditions)) {
        return each;
      }
    }
    CompiledConditions fresh = new CompiledConditions(conditions, schema);
    keep(fresh);
    return fresh;
  }

  private synchronized void keep(CompiledConditions fresh) {
    latest = Stream.concat(Stream.of(fresh), latest.stream()).limit(MOST_KEPT).toList();
  }
}
