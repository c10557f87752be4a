package dev.winnow.lucene;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Customers' ids and stable numbers, as the index of customers has them at the moment. */
interface CustomerNumbers {
  /** A customer's id and number. */
  record Numbered(String id, long number) {}

  /** The numbers of the customers with some ids; unknown ones are absent. */
  Map<String, Long> of(Collection<String> ids);

  /** All customers, in no particular order. */
  List<Numbered> all();
}
