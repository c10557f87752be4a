package dev.winnow.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.condition.ConditionCases;
import dev.winnow.condition.TestSchema;
import dev.winnow.customer.Customer;
import dev.winnow.engine.CustomerStore.Durability;
import dev.winnow.engine.Write;
import dev.winnow.engine.Write.Expected;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine passes the same table of cases as the naive filter. */
final class EngineCasesTest {
  @TempDir Path folder;

  @Test
  void every_case_of_the_condition_table_is_decided_alike() throws IOException {
    try (LuceneEngine engine = LuceneEngine.open(folder, TestSchema.SCHEMA)) {
      for (ConditionCases.Case each : ConditionCases.all()) {
        Customer customer = each.customer();
        engine.apply(List.of(new Write.Put(customer, Expected.ANYTHING)), Durability.JOURNALED);
        assertThat(engine.evaluate(customer.id(), List.of(each.condition())))
            .as("%s", each)
            .contains(List.of(each.expected()));
      }
    }
  }
}
