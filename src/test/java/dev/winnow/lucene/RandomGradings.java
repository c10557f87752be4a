package dev.winnow.lucene;

import dev.winnow.classify.Classifier;
import dev.winnow.classify.Grading;
import dev.winnow.classify.Inputs;
import dev.winnow.customer.Customer;
import dev.winnow.customer.FieldValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Random rules for the fields of the test schema, and their plain meaning. */
final class RandomGradings {
  static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  private static final List<String> TIERS = List.of("low", "medium", "high");

  private final Random random;

  /** A rule that is a function. */
  record Plain(
      String facet, List<String> inputs, List<String> grades, Function<Inputs, Integer> rule)
      implements Classifier {
    @Override
    public int grade(Inputs customer) {
      return rule.apply(customer);
    }
  }

  RandomGradings(Random random) {
    this.random = random;
  }

  /** Rules for the tier, for the industry by the tier, or for neither. */
  Grading next() {
    List<Classifier> classifiers = new ArrayList<>();
    if (random.nextInt(5) > 0) {
      classifiers.add(tier());
    }
    if (random.nextBoolean()) {
      classifiers.add(industry());
    }
    return new Grading(classifiers, DAY);
  }

  /** By the spend and the size; customers without either have no tier. */
  private Classifier tier() {
    long spend = random.nextLong(-1000, 100_000);
    long size = random.nextLong(-10, 1000);
    return new Plain(
        "tier",
        List.of("total_spend", "employees"),
        TIERS,
        customer ->
            customer.amount(0) == Inputs.MISSING && customer.amount(1) == Inputs.MISSING
                ? Classifier.UNGRADED
                : (customer.amount(0) > spend ? 1 : 0) + (customer.amount(1) > size ? 1 : 0));
  }

  /** By the tier, given or graded, and the tags; into a group that no customer was ever in. */
  private Classifier industry() {
    String fresh = "组/" + random.nextInt(1000);
    List<String> tags = random.nextBoolean() ? List.of("red", "红") : List.of("b-4");
    return new Plain(
        "industry",
        List.of("tags", "tier"),
        List.of("甲/一", fresh),
        customer ->
            customer.words(0).stream().anyMatch(tags::contains)
                ? 1
                : customer.words(1).equals(List.of("low")) ? 0 : Classifier.UNGRADED);
  }

  /** Customers as everyone sees them. */
  static List<Customer> graded(Grading grading, Collection<Customer> customers) {
    return customers.stream().map(customer -> graded(grading, customer)).toList();
  }

  private static Customer graded(Grading grading, Customer customer) {
    Map<String, FieldValue> seen = new LinkedHashMap<>(customer.values());
    for (Classifier classifier : grading.classifiers()) {
      int grade = classifier.grade(new OfCustomer(new Customer("", seen), classifier.inputs()));
      if (grade == Classifier.UNGRADED) {
        seen.remove(classifier.facet());
      } else {
        seen.put(classifier.facet(), FieldValue.Words.of(classifier.grades().get(grade)));
      }
    }
    SequencedMap<String, FieldValue> ordered = new LinkedHashMap<>();
    Stream.of(customer.values().keySet(), seen.keySet())
        .flatMap(Collection::stream)
        .filter(seen::containsKey)
        .forEach(field -> ordered.put(field, seen.get(field)));
    return new Customer(customer.id(), ordered);
  }

  private record OfCustomer(Customer customer, List<String> inputs) implements Inputs {
    @Override
    public long number() {
      return 0;
    }

    @Override
    public long amount(int input) {
      return customer.amount(inputs.get(input)).orElse(MISSING);
    }

    @Override
    public List<String> words(int input) {
      return customer.words(inputs.get(input));
    }
  }
}
