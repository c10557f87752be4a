package dev.winnow.lucene;

import dev.winnow.customer.Customer;
import dev.winnow.customer.FieldValue;
import dev.winnow.customer.FieldValue.Words;
import dev.winnow.schema.Field;
import dev.winnow.schema.Field.KnownValue;
import dev.winnow.schema.Field.Traits;
import dev.winnow.schema.Label;
import dev.winnow.schema.Schema;
import dev.winnow.schema.Schema.SearchSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A schema with every type of field that keyword lookup looks into. */
final class LookupSchema {
  static final Schema SCHEMA = schema();

  private LookupSchema() {}

  static Customer customer(String id, String... pairs) {
    Map<String, FieldValue> values = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put(pairs[i], Words.of(pairs[i + 1]));
    }
    return new Customer(id, values);
  }

  private static Schema schema() {
    List<Field> fields =
        List.of(
            new Field.Text(searched("name")),
            new Field.Text(searched("fullname")),
            new Field.Text(searched("enname")),
            new Field.Text(searched("address")),
            new Field.Keyword(searched("code"), List.of(), false),
            new Field.Phone(searched("phone")),
            new Field.Email(searched("email")),
            new Field.Keyword(
                new Traits("tier", new Label("tier", "tier"), true, false, false, false, false),
                List.of(
                    new KnownValue("high", new Label("", "")),
                    new KnownValue("low", new Label("", ""))),
                true));
    return Schema.of(
        fields,
        "name",
        new SearchSettings(
            List.of(List.of("农行", "农业银行")), List.of("有限公司", "公司", "co", "ltd", "北京"), "tier"));
  }

  static Traits searched(String name) {
    return new Traits(name, new Label(name, name), false, true, false, false, true);
  }
}
