package dev.winnow.imports;

import dev.winnow.engine.CustomerStore.Durability;
import dev.winnow.mapping.ColumnMapping;
import dev.winnow.mapping.ColumnMapping.Repeats;
import dev.winnow.mapping.ColumnMapping.Rows;
import dev.winnow.problem.Excerpt;
import dev.winnow.problem.Fault;
import java.util.Set;
import java.util.stream.Collectors;

/** What a mapping says of the things it makes. */
final class Sides {
  private Sides() {}

  static CustomerSide customers(ImportServices services, ColumnMapping mapping) {
    Set<String> mapped =
        mapping.parts().stream()
            .filter(part -> part.rows() == Rows.CUSTOMERS)
            .flatMap(part -> part.fields().stream())
            .map(rule -> rule.field().name())
            .collect(Collectors.toSet());
    return new CustomerSide(
        services.schema(),
        services.engine(),
        services.pipeline(),
        mapping.derivesCustomers() ? Durability.JOURNALED : Durability.AT_CHECKPOINT,
        mapped);
  }

  static boolean refusesRepeats(ColumnMapping mapping, Item item) {
    return mapping.parts().stream()
        .anyMatch(part -> part.rows() == item.rows() && part.repeats() == Repeats.REJECT);
  }

  static Fault repeated(Item item) {
    return new Fault(
        "",
        "An earlier row has the id " + Excerpt.quoted(item.id()) + ", too.",
        "Every id may occur once.");
  }
}
