package dev.winnow.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.condition.Canonical;
import dev.winnow.condition.Condition;
import dev.winnow.customer.Customer;
import dev.winnow.engine.Answer;
import dev.winnow.engine.FacetCounts;
import dev.winnow.engine.FacetRequest;
import dev.winnow.engine.Question;
import dev.winnow.engine.Snapshot;
import dev.winnow.engine.StoredCustomer;
import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Holds an engine's answers against the {@link EngineOracle}. */
final class EngineChecks {
  private final LuceneEngine engine;
  private final Schema schema;
  private final Collection<Customer> customers;
  private final EngineOracle oracle;
  private final String context;

  EngineChecks(LuceneEngine engine, Schema schema, Collection<Customer> customers, String context) {
    this.engine = engine;
    this.schema = schema;
    this.customers = customers;
    this.oracle = new EngineOracle(schema, customers);
    this.context = context;
  }

  void count(Condition condition) {
    assertThat(engine.counts(List.of(condition)))
        .as("%s: %s", context, condition)
        .containsExactly((long) oracle.matching(condition).size());
  }

  /**
   * Some customers, some of them twice or unknown, against several conditions: all at once and a
   * few at a time.
   */
  void memberships(List<String> ids, List<Condition> conditions) {
    List<BitSet> members = engine.memberships(ids, conditions);
    int from = 0;
    for (int few : new int[] {0, 1, 8, 9, 2, 3}) {
      int first = from;
      int end = Math.min(first + few, ids.size());
      assertThat(engine.memberships(ids.subList(first, end), conditions))
          .as("%s: %d to %d of %s, %s", context, first, end, ids, conditions)
          .isEqualTo(members.stream().map(all -> all.get(first, end)).toList());
      from = end;
    }
    for (int i = 0; i < conditions.size(); i++) {
      Set<String> matching =
          oracle.matching(conditions.get(i)).stream().map(Customer::id).collect(Collectors.toSet());
      BitSet expected = new BitSet();
      for (int id = 0; id < ids.size(); id++) {
        expected.set(id, matching.contains(ids.get(id)));
      }
      assertThat(members.get(i)).as("%s: %s", context, conditions.get(i)).isEqualTo(expected);
    }
  }

  void stored() {
    for (Customer customer : customers) {
      assertThat(engine.get(customer.id()).map(StoredCustomer::customer))
          .as(context)
          .contains(customer);
    }
  }

  void members(Condition condition) {
    try (Snapshot snapshot = engine.snapshot()) {
      List<StoredCustomer> members = snapshot.members(condition, -1, 100_000);
      assertThat(members).extracting(StoredCustomer::number).isSorted();
      assertThat(members)
          .as("%s: %s", context, condition)
          .extracting(StoredCustomer::customer)
          .containsExactlyInAnyOrderElementsOf(oracle.matching(condition));
    }
  }

  /** All facets of one screen, every level of every tree opened. */
  void screen(Condition condition, String text) {
    List<FacetRequest> requests = new ArrayList<>();
    for (Field field : schema.facets()) {
      List<String> open = List.copyOf(oracle.values(field));
      requests.add(new FacetRequest(field.name(), 1000, "", open));
    }
    Answer answer = engine.search(new Question(condition, text, requests, List.of(), 0, 10));
    assertThat(answer.total()).as(context).isEqualTo(oracle.matching(condition).size());
    assertThat(answer.everyone()).as(context).isEqualTo(customers.size());
    assertThat(answer.hits()).hasSize((int) Math.min(10, answer.total()));
    for (FacetCounts counts : answer.facets()) {
      facet(condition, counts);
    }
  }

  private void facet(Condition condition, FacetCounts counts) {
    Field field = schema.field(counts.field()).orElseThrow();
    Condition others = withoutOwn(condition, field.name());
    String what = context + ": " + field.name() + " under " + condition;
    assertThat(counts.missing()).as(what).isEqualTo(oracle.missing(others, field));
    switch (counts) {
      case FacetCounts.Values values -> {
        Map<String, Long> shown = new TreeMap<>();
        values.values().stream()
            .filter(value -> value.count() > 0)
            .forEach(value -> shown.put(value.value(), value.count()));
        assertThat(shown).as(what).isEqualTo(oracle.counts(others, field));
      }
      case FacetCounts.Histogram histogram -> {
        for (int i = 0; i < histogram.counts().size(); i++) {
          long from = histogram.edges().get(i);
          long to = histogram.edges().get(i + 1);
          assertThat(histogram.counts().get(i))
              .as("%s [%d, %d)", what, from, to)
              .isEqualTo(oracle.inRange(others, field, from, to));
        }
        assertThat(histogram.counts().stream().mapToLong(Long::longValue).sum() + counts.missing())
            .as(what)
            .isEqualTo(oracle.matching(others).size());
      }
    }
  }

  /** The condition without the top-level parts that speak of this field alone. */
  private static Condition withoutOwn(Condition condition, String field) {
    List<Condition> parts =
        condition instanceof Condition.All(List<Condition> all) ? all : List.of(condition);
    return Canonical.of(
        new Condition.All(parts.stream().filter(part -> !speaksOnlyOf(part, field)).toList()));
  }

  private static boolean speaksOnlyOf(Condition condition, String field) {
    return switch (condition) {
      case Condition.In in -> in.field().equals(field);
      case Condition.Range range -> range.field().equals(field);
      case Condition.Exists exists -> exists.field().equals(field);
      case Condition.Anniversary anniversary -> anniversary.field().equals(field);
      case Condition.Not(Condition part) -> speaksOnlyOf(part, field);
      case Condition.All(List<Condition> parts) -> allSpeakOf(parts, field);
      case Condition.Any(List<Condition> parts) -> allSpeakOf(parts, field);
      case Condition.Text _, Condition.InSegment _, Condition.Bucket _ -> false;
      case Condition.Did _ -> false;
    };
  }

  private static boolean allSpeakOf(List<Condition> parts, String field) {
    return !parts.isEmpty() && parts.stream().allMatch(part -> speaksOnlyOf(part, field));
  }
}
