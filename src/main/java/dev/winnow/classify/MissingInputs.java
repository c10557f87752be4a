package dev.winnow.classify;

import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/** How many customers lack each field that a rule reads. Not safe for several threads. */
public final class MissingInputs {
  private final List<String> fields;
  private final boolean[] ordered;
  private final long[] missing;
  private long customers;

  public MissingInputs(Rule rule, Schema schema) {
    fields = rule.inputs();
    missing = new long[fields.size()];
    ordered = new boolean[fields.size()];
    for (int i = 0; i < ordered.length; i++) {
      ordered[i] = schema.field(fields.get(i)).filter(Field.Ordered.class::isInstance).isPresent();
    }
  }

  /**
   * A field and those who lack it.
   *
   * @param share of all customers, 0 to 1
   */
  public record Missing(String field, long customers, double share) {}

  public void add(Inputs customer) {
    customers++;
    for (int i = 0; i < missing.length; i++) {
      boolean absent =
          ordered[i] ? customer.amount(i) == Inputs.MISSING : customer.words(i).isEmpty();
      missing[i] += absent ? 1 : 0;
    }
  }

  /** Adds what was counted elsewhere, for the same rule. */
  public void add(MissingInputs other) {
    customers += other.customers;
    for (int i = 0; i < missing.length; i++) {
      missing[i] += other.missing[i];
    }
  }

  /** In the order of the inputs. */
  public List<Missing> counts() {
    List<Missing> counts = new ArrayList<>();
    for (int i = 0; i < missing.length; i++) {
      double share = customers == 0 ? 0 : (double) missing[i] / customers;
      counts.add(new Missing(fields.get(i), missing[i], share));
    }
    return counts;
  }
}
