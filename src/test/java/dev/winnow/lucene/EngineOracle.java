package dev.winnow.lucene;

import dev.winnow.condition.Condition;
import dev.winnow.condition.NaiveFilter;
import dev.winnow.customer.Customer;
import dev.winnow.customer.FieldValue;
import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The plain meaning of counts and facets over a list of customers. */
final class EngineOracle {
  private final Schema schema;
  private final Collection<Customer> customers;

  EngineOracle(Schema schema, Collection<Customer> customers) {
    this.schema = schema;
    this.customers = customers;
  }

  List<Customer> matching(Condition condition) {
    return customers.stream()
        .filter(customer -> NaiveFilter.matches(condition, customer, schema))
        .toList();
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
