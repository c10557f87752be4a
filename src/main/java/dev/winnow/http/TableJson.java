package dev.winnow.http;

import dev.winnow.imports.ImportRun;
import dev.winnow.imports.Inspection;
import dev.winnow.tables.Asides;
import dev.winnow.tables.ColumnProfile;
import dev.winnow.tables.ColumnProfile.Content;
import dev.winnow.tables.Row;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** What was seen of a table, as it is answered. */
final class TableJson {
  private TableJson() {}

  static byte[] of(ImportRun run, Inspection seen) {
    return Json.write(
        json -> {
          json.writeStartObject();
          json.writeName("format");
          json.writeRawValue(run.plan().format());
          json.writeObjectPropertyStart("guess");
          texts(json, "charsets", seen.charsets());
          json.writeBooleanProperty("certain", seen.certain());
          texts(json, "sheets", seen.sheets());
          json.writeEndObject();
          json.writeNumberProperty("rows", seen.profile().rows());
          texts(json, "header", seen.header());
          json.writeArrayPropertyStart("first");
          for (Row row : seen.profile().first()) {
            json.writeStartArray();
            row.cells().forEach(cell -> json.writeString(Problems.clip(cell)));
            json.writeEndArray();
          }
          json.writeEndArray();
          json.writeArrayPropertyStart("numbers");
          seen.profile().first().forEach(row -> json.writeNumber(row.number()));
          json.writeEndArray();
          json.writeArrayPropertyStart("columns");
          seen.profile().columns().forEach(column -> write(json, column));
          json.writeEndArray();
          json.writeArrayPropertyStart("uneven");
          for (Row row : seen.profile().uneven()) {
            json.writeStartObject();
            json.writeNumberProperty("row", row.number());
            json.writeNumberProperty("cells", row.cells().size());
            json.writeEndObject();
          }
          json.writeEndArray();
          write(json, seen.profile().asides());
          json.writeEndObject();
        });
  }

  private static void write(JsonGenerator json, Asides asides) {
    json.writeObjectPropertyStart("asides");
    json.writeNumberProperty("count", asides.count());
    json.writeArrayPropertyStart("rows");
    for (Row row : asides.first()) {
      json.writeStartObject();
      json.writeNumberProperty("row", row.number());
      String first = row.cells().stream().filter(cell -> !cell.isBlank()).findFirst().orElse("");
      json.writeStringProperty("cell", Problems.clip(first));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** What was seen of one column. */
  static void write(JsonGenerator json, ColumnProfile column) {
    json.writeStartObject();
    json.writeStringProperty("name", column.name());
    json.writeNumberProperty("rows", column.rows());
    json.writeNumberProperty("filled", column.filled());
    if (column.distinct() == ColumnProfile.MANY) {
      json.writeNullProperty("distinct");
    } else {
      json.writeNumberProperty("distinct", column.distinct());
    }
    texts(json, "nulls", column.nulls());
    texts(json, "examples", column.examples());
    json.writeArrayPropertyStart("top");
    for (ColumnProfile.Count count : column.top()) {
      json.writeStartObject();
      json.writeStringProperty("value", Problems.clip(count.value()));
      json.writeNumberProperty("count", count.count());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectPropertyStart("content");
    write(json, column.content());
    json.writeEndObject();
    json.writeArrayPropertyStart("odd");
    for (ColumnProfile.Odd odd : column.odd()) {
      json.writeStartObject();
      json.writeNumberProperty("row", odd.row());
      json.writeStringProperty("cell", Problems.clip(odd.cell()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Content content) {
    switch (content) {
      case ColumnProfile.Empty _ -> json.writeStringProperty("kind", "empty");
      case ColumnProfile.Words _ -> json.writeStringProperty("kind", "words");
      case ColumnProfile.Like(ColumnProfile.Form form) ->
          json.writeStringProperty("kind", form.name().toLowerCase(Locale.ROOT).replace('_', '-'));
      case ColumnProfile.Numbers numbers -> {
        json.writeStringProperty("kind", "numbers");
        json.writeBooleanProperty("whole", numbers.whole());
        json.writeBooleanProperty("decimalComma", numbers.decimalComma());
        json.writeBooleanProperty("balanced", numbers.balanced());
        json.writeStringProperty("currency", numbers.currency());
        json.writeBooleanProperty("codes", numbers.codes());
      }
      case ColumnProfile.Dates dates -> {
        json.writeStringProperty("kind", "dates");
        texts(json, "patterns", dates.patterns());
        json.writeBooleanProperty("balanced", dates.balanced());
        json.writeBooleanProperty("times", dates.times());
      }
    }
  }

  private static void texts(JsonGenerator json, String name, List<String> texts) {
    json.writeArrayPropertyStart(name);
    texts.forEach(text -> json.writeString(Problems.clip(text)));
    json.writeEndArray();
  }
}
