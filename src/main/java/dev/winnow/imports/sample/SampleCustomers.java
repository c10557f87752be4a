package dev.winnow.imports.sample;

import dev.winnow.customer.Customer;
import dev.winnow.schema.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/**
 * Made-up companies and people for the shipped schema: Chinese and international, with skewed and
 * correlated values and the gaps that real data has. A customer depends on nothing but the seed,
 * the day and its index, so that a small set is the beginning of every larger one.
 *
 * <p>Safe for use by many threads.
 */
public final class SampleCustomers {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final int OWNERS = 200;
  private static final double ABROAD = 0.2;
  private static final Weighted<String> TYPE =
      Weighted.of("enterprise 61, individual 32, institution 3, organisation 2, government 2");

  private final Draft.Slots slots;
  private final long seed;
  private final LocalDate today;
  private final Weighted<String> owners;
  private final CompanyTraits companies;
  private final PersonTraits people;

  /**
   * @param seed the same seed gives the same customers
   * @param today the day on which they are as they are; no date lies behind it
   */
  public SampleCustomers(Schema schema, long seed, LocalDate today) {
    this.slots = Draft.Slots.of(schema);
    this.seed = seed;
    this.today = today;
    this.owners = Weighted.falling(PersonName.colleagues(new SplittableRandom(seed), OWNERS), 8);
    this.companies = new CompanyTraits(today);
    this.people = new PersonTraits(today);
  }

  /** The first customers, beginning with {@code C0000001}. */
  public Iterator<Customer> generate(long count) {
    return LongStream.range(0, count).mapToObj(this::customer).iterator();
  }

  /** The customer at an index from 0. */
  public Customer customer(long index) {
    RandomGenerator random = new SplittableRandom(seed ^ ((index + 1) * GOLDEN));
    Draft draft = new Draft(slots);
    String type = TYPE.pick(random);
    boolean abroad =
        (type.equals("enterprise") || type.equals("individual")) && random.nextDouble() < ABROAD;
    Place place = (abroad ? Place.ABROAD : Place.IN_CHINA).pick(random);
    draft.word("customer_type", type);
    draft.word("region", place.path());
    if (random.nextInt(100) < 85) {
      draft.word("code", (type.equals("individual") ? "GR" : "QY") + (1_000_000 + index));
    }
    boolean isPerson = type.equals("individual");
    double weight =
        isPerson ? people.fill(draft, place, random) : companies.fill(draft, type, place, random);
    Purchases purchases = Purchases.of(weight, random);
    buying(draft, purchases, weight, random);
    new Relationship(purchases, isPerson).fill(draft, random);
    if (random.nextInt(100) < 97) {
      double home = (place.path().hashCode() & 0xFF) / 256.0;
      double share = home + random.nextDouble() * random.nextDouble();
      draft.word("owner", owners.at(share - Math.floor(share)));
    }
    return draft.customer(id(index + 1));
  }

  private void buying(Draft draft, Purchases purchases, double weight, RandomGenerator random) {
    draft.word("lifecycle", purchases.lifecycle());
    draft.number("order_count", purchases.orders());
    if (purchases.any()) {
      draft.number("total_spend", purchases.spend());
      draft.date("last_purchase", purchases.last(today));
      draft.date("customer_since", purchases.first(today));
      draft.word("value_tier", purchases.tier(random));
      draft.word("purchase_behaviour", purchases.behaviour());
    } else if (random.nextInt(3) == 0) {
      draft.word("value_tier", weight > 1.5 ? "high" : weight > 0 ? "middle" : "low");
    }
    if (purchases.any() && random.nextInt(100) < 88) {
      draft.word("spending_power", purchases.spendingPower(random));
    }
  }

  private static String id(long number) {
    String digits = Long.toString(number);
    return "C" + "0".repeat(Math.max(0, 7 - digits.length())) + digits;
  }

  /** Up to so many of the items, without repetition. */
  static List<String> several(Weighted<String> items, int most, RandomGenerator random) {
    List<String> result = new ArrayList<>(most);
    for (int i = 0; i < most; i++) {
      String item = items.pick(random);
      if (!result.contains(item)) {
        result.add(item);
      }
    }
    return result;
  }
}
