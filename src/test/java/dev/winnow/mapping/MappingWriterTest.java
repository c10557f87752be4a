package dev.winnow.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.customer.DatePattern;
import dev.winnow.mapping.ColumnMapping.Column;
import dev.winnow.mapping.ColumnMapping.IdRule;
import dev.winnow.mapping.ColumnMapping.Lookup;
import dev.winnow.mapping.ColumnMapping.Part;
import dev.winnow.mapping.ColumnMapping.Repeats;
import dev.winnow.mapping.ColumnMapping.RowTest;
import dev.winnow.mapping.ColumnMapping.Rows;
import dev.winnow.mapping.FieldRule.Cells;
import dev.winnow.mapping.FieldRule.Constant;
import dev.winnow.mapping.FieldRule.Product;
import dev.winnow.mapping.FieldRule.Unlisted;
import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import dev.winnow.tables.TableFormat;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class MappingWriterTest {
  private static final MappingReader READER = new MappingReader(Proposals.SCHEMA);
  private static final List<String> TEXTS =
      List.of(
          "NULL",
          "-",
          "a: b",
          "客户名称",
          "\"quoted\"",
          "{x}",
          "# no comment",
          "1",
          "true",
          "\\d",
          "é😀",
          "|");

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  @Test
  void what_is_written_is_read_as_the_same_mapping() {
    for (int i = 0; i < 500; i++) {
      ColumnMapping mapping = mapping();
      assertThat(READER.read(MappingWriter.toJson(mapping), "m"))
          .as("seed %d", seed)
          .isEqualTo(mapping);
    }
  }

  @Test
  void the_shipped_examples_are_written_and_read_back() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("docs/mappings"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".yml")).toList()) {
        ColumnMapping mapping = READER.read(file);
        assertThat(READER.read(MappingWriter.toJson(mapping), mapping.file())).isEqualTo(mapping);
      }
    }
  }

  private ColumnMapping mapping() {
    List<Part> parts = new ArrayList<>();
    boolean several = random.nextBoolean();
    Set<String> nulls = random.nextBoolean() ? Set.of() : Set.of(text(), "N/A");
    for (Rows rows : Rows.values()) {
      if (several ? random.nextBoolean() : parts.isEmpty() && random.nextInt(3) == 0) {
        parts.add(part(rows, nulls));
      }
    }
    if (parts.isEmpty()) {
      parts.add(part(Rows.CUSTOMERS, nulls));
    }
    List<Lookup> lookups =
        random.nextInt(4) > 0
            ? List.of()
            : List.of(new Lookup("product", "p.csv", column(), column()));
    return new ColumnMapping("m", format(), lookups, parts);
  }

  private TableFormat format() {
    return switch (random.nextInt(4)) {
      case 0 ->
          new TableFormat.Delimited(
              Charset.forName("GB18030"),
              '\t',
              TableFormat.Delimited.NO_QUOTE,
              new TableFormat.Header(2, 2));
      case 1 ->
          new TableFormat.FixedWidth(
              StandardCharsets.UTF_8,
              List.of(new TableFormat.Place("a", 1, 3), new TableFormat.Place("b", 4, 9)));
      case 2 -> new TableFormat.Workbook("Sheet 1", TableFormat.Header.FIRST_LINE);
      default -> new TableFormat.JsonLines();
    };
  }

  private Part part(Rows rows, Set<String> nulls) {
    Schema schema = ActivityRows.schema(rows).orElse(Proposals.SCHEMA);
    List<FieldRule> fields = new ArrayList<>();
    for (Field field : schema.fields().values()) {
      if (field.traits().required() || random.nextInt(3) == 0) {
        fields.add(rule(field).withNulls(nulls));
      }
    }
    return new Part(
        rows,
        new IdRule(
            columns(), maybe("P-"), random.nextBoolean() ? IdRule.JOIN : "/", random.nextBoolean()),
        random.nextBoolean() ? Repeats.UPDATE : Repeats.REJECT,
        fields,
        tests(),
        tests(),
        rows == Rows.PURCHASES ? tests() : List.of());
  }

  private List<RowTest> tests() {
    return switch (random.nextInt(4)) {
      case 0 -> List.of(new RowTest(column(), ColumnMapping.Test.IS, List.of("", text())));
      case 1 -> List.of(new RowTest(column(), ColumnMapping.Test.STARTS_WITH, List.of("C")));
      case 2 -> List.of(new RowTest(column(), ColumnMapping.Test.NEGATIVE, List.of()));
      default -> List.of();
    };
  }

  private FieldRule rule(Field field) {
    boolean number = field instanceof Field.Number || field instanceof Field.Money;
    int kind = random.nextInt(6);
    if (kind == 0) {
      return FieldRule.of(field, new Constant(text()));
    }
    if (kind == 1 && field instanceof Field.Text) {
      return FieldRule.of(field, new FieldRule.OwnId());
    }
    if (kind == 2 && number) {
      return FieldRule.of(
          field, new Product(columns(), Optional.of(column()), random.nextBoolean()));
    }
    List<Column> columns = columns();
    boolean joined = columns.size() > 1 && !field.multi();
    FieldRule rule =
        FieldRule.of(
            field, new Cells(columns, joined ? Optional.of(maybe(" / ")) : Optional.empty()));
    rule = rule.withValues(values()).withUnlisted(Unlisted.values()[random.nextInt(4)]);
    if (field instanceof Field.Date && random.nextBoolean()) {
      rule = rule.withDates(List.of(DatePattern.of("d/M/yyyy"), DatePattern.of(DatePattern.EXCEL)));
    }
    if (number && random.nextBoolean()) {
      rule = rule.withDecimalComma();
    }
    if (field.multi() && random.nextBoolean()) {
      rule = rule.withSplit(";");
    }
    return random.nextBoolean() ? rule.withNumber() : rule;
  }

  private Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      values.put(text(), text());
    }
    return values;
  }

  private List<Column> columns() {
    return random.nextBoolean()
        ? List.of(column())
        : List.of(column(), new Column(Column.ROW_NUMBER));
  }

  private Column column() {
    return new Column(text());
  }

  private String maybe(String text) {
    return random.nextBoolean() ? "" : text;
  }

  private String text() {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }
}
