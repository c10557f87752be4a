package dev.winnow.customer;

import dev.winnow.schema.Records;
import dev.winnow.schema.Schema;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Customers as everyone sees them: computed values in place of given ones, and the record fields,
 * which say how complete and how old the rest is. Those are worked out and never stored, so that a
 * customer that is given again as it was is unchanged.
 *
 * @param zone in which a day begins
 */
public record SeenCustomers(Schema schema, ZoneId zone) {
  private static final int PERCENT = 100;

  /** What all layers come to; without grades by rules, which need more than one customer. */
  public Customer of(CustomerLayers layers) {
    if (layers.computed().isEmpty() && schema.records().kinds().isEmpty()) {
      return layers.given();
    }
    SequencedMap<String, FieldValue> values = new LinkedHashMap<>();
    for (String field : schema.fields().keySet()) {
      Records.Kind kind = schema.records().kinds().get(field);
      FieldValue value =
          kind != null
              ? recorded(kind, layers).orElse(null)
              : layers.computed().getOrDefault(field, layers.given().values().get(field));
      if (value != null) {
        values.put(field, value);
      }
    }
    return new Customer(layers.given().id(), values);
  }

  /** The wanted fields of which a customer has no value. */
  public List<String> missing(CustomerLayers layers) {
    return schema.records().wanted().stream()
        .filter(wanted -> isOf(wanted, layers.given()) && !has(layers, wanted.field()))
        .map(Records.Wanted::field)
        .toList();
  }

  private Optional<FieldValue> recorded(Records.Kind kind, CustomerLayers layers) {
    return switch (kind) {
      case COMPLETENESS -> completeness(layers).map(FieldValue.Amount::new);
      case UPDATED -> layers.origins().newest().map(this::day);
      case SOURCES ->
          Optional.of(layers.origins().sources())
              .filter(sources -> !sources.isEmpty())
              .map(FieldValue.Words::new);
      case ARCHIVED -> layers.archived().map(this::day);
    };
  }

  /** In per cent, rounded down so that 100 means all; empty when nothing is wanted. */
  private Optional<Long> completeness(CustomerLayers layers) {
    int all = 0;
    int present = 0;
    for (Records.Wanted wanted : schema.records().wanted()) {
      if (isOf(wanted, layers.given())) {
        all++;
        present += has(layers, wanted.field()) ? 1 : 0;
      }
    }
    return all == 0 ? Optional.empty() : Optional.of((long) PERCENT * present / all);
  }

  private static boolean isOf(Records.Wanted wanted, Customer customer) {
    return wanted.by().isEmpty()
        || !Collections.disjoint(wanted.values(), customer.words(wanted.by()));
  }

  private static boolean has(CustomerLayers layers, String field) {
    return layers.given().values().containsKey(field) || layers.computed().containsKey(field);
  }

  private FieldValue day(Origin origin) {
    return new FieldValue.Amount(origin.at().atZone(zone).toLocalDate().toEpochDay());
  }
}
