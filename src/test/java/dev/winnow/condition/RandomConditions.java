package dev.winnow.condition;

import dev.winnow.condition.Condition.Bound;
import dev.winnow.condition.Condition.DateUnit;
import dev.winnow.customer.RandomCustomers;
import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import dev.winnow.schema.TreePath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Conditions as written, over values that {@link RandomCustomers} have; to be resolved before they
 * are evaluated. There are no keyword queries and no segments among them.
 */
public final class RandomConditions {
  private static final int MOST_PARTS = 4;
  private static final int DEEPEST = 4;

  private final List<Field> fields;
  private final Random random;
  private final RandomCustomers values;
  private final Optional<RandomDids> dids;

  /** About fields only. */
  public RandomConditions(Schema schema, Random random) {
    this(schema, random, Optional.empty());
  }

  /** About fields and activities. */
  public static RandomConditions withDids(Schema schema, Random random) {
    return new RandomConditions(schema, random, Optional.of(new RandomDids(random)));
  }

  private RandomConditions(Schema schema, Random random, Optional<RandomDids> dids) {
    this.dids = dids;
    this.fields = List.copyOf(schema.fields().values());
    this.random = random;
    this.values = new RandomCustomers(schema, random);
  }

  /** A condition of up to four levels. */
  public Condition next() {
    return next(1 + random.nextInt(DEEPEST));
  }

  private Condition next(int depth) {
    if (depth == 1) {
      return clause();
    }
    return switch (random.nextInt(6)) {
      case 0 -> new Condition.Not(next(depth - 1));
      case 1, 2 -> new Condition.Any(parts(1 + random.nextInt(MOST_PARTS), depth));
      case 3, 4 -> new Condition.All(parts(random.nextInt(MOST_PARTS + 1), depth));
      default -> clause();
    };
  }

  private List<Condition> parts(int count, int depth) {
    return Stream.generate(() -> next(depth - 1)).limit(count).toList();
  }

  /** A clause about one field, or a sample, or about activities. */
  public Condition clause() {
    if (dids.isPresent() && random.nextInt(4) == 0) {
      return dids.get().next();
    }
    if (random.nextInt(12) == 0) {
      int from = random.nextInt(Buckets.COUNT);
      return new Condition.Bucket("salt", from, random.nextInt(from + 1, Buckets.COUNT + 1));
    }
    Field field = pick(fields);
    if (random.nextInt(6) == 0) {
      return exists(field);
    }
    return switch (field) {
      case Field.Text _ -> exists(field);
      case Field.Worded worded -> in(worded);
      case Field.Date date -> random.nextInt(3) == 0 ? anniversary(date) : range(date, true);
      case Field.Number number -> range(number, false);
      case Field.Money money -> range(money, false);
    };
  }

  private Condition exists(Field field) {
    return new Condition.Exists(field.name(), field.traits().required() || random.nextBoolean());
  }

  private Condition in(Field.Worded field) {
    Set<String> words = new LinkedHashSet<>();
    IntStream.rangeClosed(0, random.nextInt(MOST_PARTS)).forEach(_ -> words.add(word(field)));
    return new Condition.In(field.name(), new ArrayList<>(words));
  }

  private String word(Field.Worded field) {
    String word = values.word(field);
    return field instanceof Field.Tree && random.nextInt(3) == 0
        ? TreePath.parent(word).orElse(word)
        : word;
  }

  private Condition anniversary(Field.Date field) {
    return new Condition.Anniversary(field.name(), Optional.empty(), random.nextInt(367));
  }

  private Condition range(Field.Ordered field, boolean relative) {
    Supplier<Bound> end = () -> end(field, relative);
    while (true) {
      int ends = random.nextInt(3);
      Optional<Bound> from = ends == 1 ? Optional.empty() : Optional.of(end.get());
      Optional<Bound> to = ends == 0 ? Optional.empty() : Optional.of(end.get());
      if (from.isEmpty() || to.isEmpty() || !Ranges.surelyEmpty(from.get(), to.get())) {
        return new Condition.Range(field.name(), from, to);
      }
    }
  }

  private Bound end(Field.Ordered field, boolean relative) {
    if (!relative || random.nextBoolean()) {
      return new Bound.Fixed(values.amount(field), random.nextBoolean());
    }
    int amount = random.nextInt(-20, 6);
    DateUnit unit = amount == 0 ? DateUnit.DAY : pick(List.of(DateUnit.values()));
    return new Bound.Relative(amount, unit, random.nextBoolean());
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
