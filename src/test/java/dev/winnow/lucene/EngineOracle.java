package dev.winnow.lucene;

import dev.winnow.condition.Condition;
import dev.winnow.condition.NaiveFilter;
import dev.winnow.customer.Customer;
import dev.winnow.customer.FieldValue;
import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The plain meaning of counts and facets over a list of customers, which must not change. What was
 * found once is kept, as the facets of one screen ask for the same again and again.
 */
final class EngineOracle {
  private final Schema schema;
  private final List<Customer> customers;
  private final Map<Condition, BitSet> known = new HashMap<>();
  private final Map<Condition, List<Customer>> matching = new HashMap<>();
  private final Map<String, Map<String, Long>> everyone = new HashMap<>();

  EngineOracle(Schema schema, Collection<Customer> customers) {
    this.schema = schema;
    this.customers = List.copyOf(customers);
  }

  List<Customer> matching(Condition condition) {
    return matching.computeIfAbsent(
        condition, _ -> places(condition).stream().mapToObj(customers::get).toList());
  }

  /** Of a conjunction, the parts are found one by one: screens share most of them. */
  private BitSet places(Condition condition) {
    BitSet found = known.get(condition);
    if (found == null) {
      found = new BitSet(customers.size());
      if (condition instanceof Condition.All(List<Condition> parts)) {
        found.set(0, customers.size());
        for (Condition part : parts) {
          found.and(places(part));
        }
      } else {
        for (int i = 0; i < customers.size(); i++) {
          found.set(i, NaiveFilter.matches(condition, customers.get(i), schema));
        }
      }
      known.put(condition, found);
    }
    return found;
  }

  /** The values of a worded facet that customers have, all levels of a tree. */
  Set<String> values(Field field) {
    return everyone.computeIfAbsent(field.name(), _ -> counts(Condition.EVERYONE, field)).keySet();
  }

  /** Counts of every value of a worded facet, all levels of a tree, under a condition. */
  Map<String, Long> counts(Condition condition, Field field) {
    Map<String, Long> counts = new TreeMap<>();
    for (Customer customer : matching(condition)) {
      Set<String> nodes = new HashSet<>();
      for (String word : customer.words(field.name())) {
        nodes.add(word);
        for (int cut = word.lastIndexOf('/');
            field instanceof Field.Tree && cut > 0;
            cut = word.lastIndexOf('/', cut - 1)) {
          nodes.add(word.substring(0, cut));
        }
      }
      nodes.forEach(node -> counts.merge(node, 1L, Long::sum));
    }
    return counts;
  }

  long missing(Condition condition, Field field) {
    return matching(condition).stream()
        .filter(customer -> !customer.values().containsKey(field.name()))
        .count();
  }

  long inRange(Condition condition, Field field, long from, long to) {
    return matching(condition).stream()
        .map(customer -> customer.values().get(field.name()))
        .filter(value -> value instanceof FieldValue.Amount(long at) && at >= from && at < to)
        .count();
  }
}
