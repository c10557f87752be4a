package dev.winnow.lucene;

import dev.winnow.matching.Matching;
import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * A short name of everything that decides how customers are indexed. When it differs from the one
 * in the index, all customers are indexed again; labels, for one, are not in it.
 */
final class Layout {
  private Layout() {}

  static String of(Schema schema) {
    return of(schema, Matching.of(schema));
  }

  static String of(Schema schema, Matching matching) {
    StringBuilder text = new StringBuilder().append(CustomerDocuments.LAYOUT);
    for (Field field : schema.fields().values()) {
      text.append('\n').append(field.getClass().getSimpleName()).append(' ').append(field.name());
      text.append(field.multi() ? " multi" : "").append(field.facet() ? " facet" : "");
      text.append(field.traits().searched() ? " searched" : "");
      if (field instanceof Field.Ordered ordered) {
        text.append(' ').append(dev.winnow.schema.Scale.decimals(ordered));
      }
    }
    text.append("\ntitle ").append(schema.title()).append('\n').append(schema.search());
    text.append("\nmatching ").append(matching.fingerprint());
    CRC32C crc = new CRC32C();
    crc.update(text.toString().getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(crc.getValue());
  }
}
