package dev.winnow.lucene;

import dev.winnow.matching.Matching;
import dev.winnow.schema.Field;
import dev.winnow.schema.Records;
import dev.winnow.schema.Schema;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.TreeSet;
import java.util.zip.CRC32C;

/**
 * A short name of everything that decides how customers are indexed. When it differs from the one
 * in the index, all customers are indexed again; labels, for one, are not in it.
 */
final class Layout {
  private Layout() {}

  /**
   * @param zone in which the day of a record field begins
   */
  static String of(Schema schema, ZoneId zone) {
    return of(schema, zone, Matching.of(schema));
  }

  static String of(Schema schema, ZoneId zone, Matching matching) {
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
    if (!schema.records().kinds().isEmpty()) {
      text.append('\n').append(zone);
      schema
          .records()
          .kinds()
          .forEach((field, kind) -> text.append(' ').append(field).append(kind));
      for (Records.Wanted wanted : schema.records().wanted()) {
        text.append('\n').append(wanted.field()).append(" wanted ").append(wanted.by());
        text.append(' ').append(new TreeSet<>(wanted.values()));
      }
    }
    CRC32C crc = new CRC32C();
    crc.update(text.toString().getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(crc.getValue());
  }
}
