package dev.winnow.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.problem.WinnowException;
import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import dev.winnow.schema.SchemaReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class CustomerCodecTest {
  private final Schema schema = SchemaReader.read(Path.of("index-config"));
  private final CustomerCodec codec = new CustomerCodec(schema);

  @Test
  void decoding_gives_back_what_was_encoded() {
    long seed = new Random().nextLong();
    for (Customer customer : new RandomCustomers(schema, new Random(seed)).list(1000)) {
      assertThat(codec.decode(customer.id(), codec.encode(customer)))
          .as("seed %d", seed)
          .isEqualTo(customer);
    }
  }

  @Test
  void the_normaliser_accepts_what_the_codec_writes_and_changes_nothing() {
    long seed = new Random().nextLong();
    Normaliser normaliser = new Normaliser(schema);
    for (Customer customer : new RandomCustomers(schema, new Random(seed)).list(1000)) {
      var fields = JsonMapper.shared().readTree(codec.encode(customer));
      Customer again = normaliser.fromJson(customer.id(), fields, "/fields");
      assertThat(again).as("seed %d", seed).isEqualTo(customer);
      assertThat(codec.encode(again)).as("seed %d", seed).isEqualTo(codec.encode(customer));
    }
  }

  @Test
  void values_are_written_as_json_of_their_type_in_schema_order() {
    Customer customer =
        new Customer(
            "C1",
            Map.of(
                "tags",
                FieldValue.Words.of("a", "b"),
                "total_spend",
                new FieldValue.Amount(12345),
                "order_count",
                new FieldValue.Amount(7),
                "birthday",
                new FieldValue.Amount(-1),
                "key_account",
                FieldValue.Words.of("true"),
                "name",
                FieldValue.Words.of("招商\"银行\"")));
    assertThat(new String(codec.encode(customer), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {"name":"招商\\"银行\\"","tags":["a","b"],"key_account":true,\
            "total_spend":123.45,"order_count":7,"birthday":"1969-12-31"}""");
  }

  @Test
  void fields_that_the_schema_has_no_longer_are_skipped() {
    byte[] json =
        "{\"gone\":{\"a\":[1,{}]},\"name\":\"x\",\"gone2\":[1]}".getBytes(StandardCharsets.UTF_8);
    assertThat(codec.decode("C1", json))
        .isEqualTo(new Customer("C1", Map.of("name", FieldValue.Words.of("x"))));
  }

  @Test
  void one_value_is_read_where_several_are_possible_by_now() {
    byte[] json = "{\"tags\":\"a\"}".getBytes(StandardCharsets.UTF_8);
    assertThat(codec.decode("C1", json).words("tags")).isEqualTo(List.of("a"));
  }

  @Test
  void damaged_bytes_are_reported_as_such() {
    for (String json :
        List.of("{\"name\":", "[]", "", "{\"birthday\":\"soon\"}", "{\"name\":{}}")) {
      assertThatThrownBy(() -> codec.decode("C1", json.getBytes(StandardCharsets.UTF_8)))
          .as(json)
          .isInstanceOf(WinnowException.class)
          .hasMessageContaining("\"C1\"");
    }
  }

  @Test
  void all_types_of_field_are_covered() {
    assertThat(schema.fields().values().stream().map(Field::getClass).distinct()).hasSize(9);
  }
}
