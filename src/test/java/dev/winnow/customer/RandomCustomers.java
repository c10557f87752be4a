package dev.winnow.customer;

import dev.winnow.schema.Field;
import dev.winnow.schema.Scale;
import dev.winnow.schema.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Valid customers with few distinct values in each field, so that random conditions hit. About one
 * field in five is absent, unless it is required.
 */
public final class RandomCustomers {
  private static final int MAX_VALUES = 4;
  private static final int KNOWN_VALUES_USED = 12;
  private static final List<String> WORDS =
      List.of("杭州", "软件", "农业", "银行", "招商", "科技", "Alfreds", "Futterkiste", "Müller", "Trading");
  private static final List<String> OPEN_VALUES =
      List.of("红", "绿", "蓝", "red", "Green", "b-4", "ß", "𠮷野");
  private static final List<String> OPEN_PATHS =
      List.of("甲", "甲/一", "甲/一/1", "甲/二", "乙", "乙/一", "north", "north/east");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  private final Schema schema;
  private final Random random;

  public RandomCustomers(Schema schema, Random random) {
    this.schema = schema;
    this.random = random;
  }

  /** A customer with the given id. */
  public Customer next(String id) {
    SequencedMap<String, FieldValue> values = new LinkedHashMap<>();
    for (Field field : schema.fields().values()) {
      boolean filledByWinnow = schema.records().kinds().containsKey(field.name());
      if (!filledByWinnow && (field.traits().required() || random.nextInt(5) > 0)) {
        values.put(field.name(), value(field));
      }
    }
    return new Customer(id, values);
  }

  /** So many customers, with the ids {@code C0}, {@code C1}, … */
  public List<Customer> list(int count) {
    List<Customer> customers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      customers.add(next("C" + i));
    }
    return customers;
  }

  /** A value that the field can have. */
  public FieldValue value(Field field) {
    return switch (field) {
      case Field.Ordered ordered -> new FieldValue.Amount(amount(ordered));
      case Field.Worded worded -> {
        Set<String> words = new LinkedHashSet<>();
        int count = worded.multi() ? 1 + random.nextInt(MAX_VALUES) : 1;
        for (int i = 0; i < count; i++) {
          words.add(word(worded));
        }
        yield new FieldValue.Words(List.copyOf(words));
      }
    };
  }

  /** A string that the field can have. */
  public String word(Field.Worded field) {
    return switch (field) {
      case Field.Text _ -> pick(WORDS) + pick(List.of("", " ", "·")) + pick(WORDS);
      case Field.Keyword keyword -> listed(keyword.values(), keyword.closed(), OPEN_VALUES);
      case Field.Tree tree -> listed(tree.values(), tree.closed(), OPEN_PATHS);
      case Field.Bool _ -> String.valueOf(random.nextBoolean());
      case Field.Phone _ -> "+86 571 8" + (1000000 + random.nextInt(20) * 4321);
      case Field.Email _ -> "user" + random.nextInt(20) + "@example.com";
    };
  }

  /** A point on the field's scale. */
  public long amount(Field.Ordered field) {
    return switch (field) {
      case Field.Date _ -> DAY.plusDays(random.nextInt(-900, 400)).toEpochDay();
      case Field.Number _, Field.Money _ -> {
        long one = (long) Math.pow(10, Scale.decimals(field));
        yield random.nextInt(4) == 0
            ? random.nextInt(-5, 20) * one
            : random.nextLong(-10 * one, 1000 * one + 1);
      }
    };
  }

  private String listed(List<Field.KnownValue> known, boolean closed, List<String> open) {
    boolean useKnown = !known.isEmpty() && (closed || random.nextInt(3) > 0);
    return useKnown
        ? pick(known.subList(0, Math.min(known.size(), KNOWN_VALUES_USED))).value()
        : pick(open);
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
