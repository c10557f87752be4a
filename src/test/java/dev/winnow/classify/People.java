package dev.winnow.classify;

import dev.winnow.customer.Customer;
import dev.winnow.customer.FieldValue;
import dev.winnow.schema.Schema;
import dev.winnow.schema.SchemaReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Customers in memory as a population; a customer's number is its place in the list.
 *
 * @param all with fields of {@link #SCHEMA}
 */
public record People(List<Customer> all) implements Population {
  /** The schema as it is shipped. */
  public static final Schema SCHEMA = SchemaReader.read(Path.of("index-config"));

  /** Customers that have one amount each, or none where it is {@link Inputs#MISSING}. */
  static People with(String field, long... amounts) {
    return new People(Arrays.stream(amounts).mapToObj(a -> customer(Map.of(field, a))).toList());
  }

  /** A customer with amounts; those that are {@link Inputs#MISSING} are left out. */
  static Customer customer(Map<String, Long> amounts) {
    Map<String, FieldValue> values = new HashMap<>();
    amounts.forEach(
        (field, amount) -> {
          if (amount != Inputs.MISSING) {
            values.put(field, new FieldValue.Amount(amount));
          }
        });
    return new Customer("c", values);
  }

  /** What a rule reads of a customer. */
  record Row(Customer customer, List<String> fields, long number) implements Inputs {
    @Override
    public long amount(int input) {
      return customer.amount(fields.get(input)).orElse(MISSING);
    }

    @Override
    public List<String> words(int input) {
      return customer.words(fields.get(input));
    }
  }

  /** What a rule reads of the customer of a number. */
  Inputs inputs(Rule rule, int number) {
    return new Row(all.get(number), rule.inputs(), number);
  }

  @Override
  public long customers() {
    return all.size();
  }

  @Override
  public long[] amounts(String field) {
    return all.stream().flatMapToLong(customer -> customer.amount(field).stream()).toArray();
  }

  @Override
  public void each(List<String> fields, Consumer<Inputs> row) {
    for (int number = 0; number < all.size(); number++) {
      row.accept(new Row(all.get(number), fields, number));
    }
  }
}
