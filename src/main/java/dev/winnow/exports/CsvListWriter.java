package dev.winnow.exports;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.winnow.access.FieldMask;
import dev.winnow.customer.Customer;
import dev.winnow.customer.FieldValue;
import dev.winnow.engine.StoredCustomer;
import dev.winnow.schema.Field;
import dev.winnow.schema.Scale;
import dev.winnow.schema.Schema;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A table for spreadsheets: UTF-8 with a byte order mark, a header of {@code id} and the fields,
 * several values joined with {@code ;}. A text that a spreadsheet would run as a formula gets an
 * apostrophe in front.
 */
public final class CsvListWriter implements ListWriter {
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private final List<Field> fields;
  private final FieldMask mask;
  private final CsvWriter csv;

  public CsvListWriter(Schema schema, FieldMask mask, OutputStream out) throws IOException {
    this.fields =
        schema.fields().values().stream().filter(field -> !mask.hides(field.name())).toList();
    this.mask = mask;
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    text.write('\ufeff');
    this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
    List<String> header = new ArrayList<>(List.of("id"));
    fields.forEach(field -> header.add(field.name()));
    csv.writeRecord(header);
  }

  @Override
  public void write(StoredCustomer stored) {
    Customer customer = CustomerDocument.visible(stored.customer(), mask);
    List<String> cells = new ArrayList<>(fields.size() + 1);
    cells.add(harmless(customer.id()));
    fields.forEach(field -> cells.add(cell(field, customer)));
    csv.writeRecord(cells);
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }

  private static String cell(Field field, Customer customer) {
    FieldValue value = customer.values().get(field.name());
    if (value == null) {
      return "";
    }
    return switch (value) {
      case FieldValue.Words(List<String> words) -> harmless(String.join(";", words));
      case FieldValue.Amount(long amount) ->
          field instanceof Field.Ordered ordered ? text(ordered, amount) : "";
    };
  }

  private static String text(Field.Ordered field, long amount) {
    return switch (field) {
      case Field.Number _, Field.Money _ -> Scale.toDecimal(field, amount).toPlainString();
      case Field.Date _ -> Scale.toJson(field, amount).toString();
    };
  }

  /** Text that no spreadsheet takes for a formula. */
  static String harmless(String text) {
    return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
