package dev.winnow.mapping;

import dev.winnow.mapping.ColumnMapping.Column;
import dev.winnow.mapping.ColumnMapping.FieldRule;
import dev.winnow.mapping.ColumnMapping.IdRule;
import dev.winnow.mapping.ColumnMapping.Repeats;
import dev.winnow.mapping.ColumnMapping.Rows;
import dev.winnow.problem.Excerpt;
import dev.winnow.problem.ProblemCode;
import dev.winnow.schema.ConfigFolder;
import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import dev.winnow.schema.YamlFile;
import dev.winnow.schema.YamlMap;
import dev.winnow.schema.YamlNode;
import dev.winnow.tables.TableFormat;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code mapping.yml}, and refuses it with everything that is wrong in it. */
public final class MappingReader {
  private static final List<String> KEYS =
      List.of(
          "rows",
          "charset",
          "delimiter",
          "fixed-width",
          "lookups",
          "nulls",
          "repeated-ids",
          "id",
          "fields");
  private static final List<String> ID_KEYS = List.of("column", "columns", "prefix", "join");
  private static final String DEFAULT_ID_JOIN = "-";

  private final Schema schema;

  public MappingReader(Schema schema) {
    this.schema = schema;
  }

  /** The mapping; {@link ProblemCode#INVALID_MAPPING} with all faults by file and line. */
  public ColumnMapping read(Path file) {
    Path absolute = file.toAbsolutePath();
    ConfigFolder folder =
        new ConfigFolder(Optional.ofNullable(absolute.getParent()).orElse(absolute));
    String name = absolute.getFileName().toString();
    Optional<ColumnMapping> mapping =
        YamlFile.read(folder, name)
            .flatMap(root -> root.asMap("The mapping", KEYS))
            .map(map -> mapping(name, map));
    folder.throwIfFaulty(ProblemCode.INVALID_MAPPING);
    return mapping.orElseThrow();
  }

  private ColumnMapping mapping(String name, YamlMap map) {
    Rows rows = rows(map);
    TableFormat format = format(map);
    Set<String> nulls = map.get("nulls").map(YamlTexts::set).orElse(Set.of());
    return new ColumnMapping(
        name,
        rows,
        format,
        TableShape.lookups(map),
        id(map),
        repeats(map),
        fields(map, ActivityRows.schema(rows).orElse(schema), nulls));
  }

  private static TableFormat format(YamlMap map) {
    List<TableFormat.Place> places = TableShape.fixedWidth(map);
    Charset charset = charset(map);
    return places.isEmpty()
        ? TableFormat.csv(charset, delimiter(map))
        : new TableFormat.FixedWidth(charset, places);
  }

  private static Rows rows(YamlMap map) {
    String word = map.text("rows").orElse("customers");
    Optional<Rows> rows =
        Arrays.stream(Rows.values()).filter(each -> each.word().equals(word)).findFirst();
    if (rows.isEmpty()) {
      map.at("rows")
          .fault(
              Excerpt.quoted(word) + " is no choice.",
              "It must be customers, purchases, interactions or feedback.");
    }
    return rows.orElse(Rows.CUSTOMERS);
  }

  private static Charset charset(YamlMap map) {
    Optional<String> name = map.text("charset");
    try {
      return name.map(Charset::forName).orElse(TableFormat.CSV.charset());
    } catch (IllegalArgumentException e) {
      map.at("charset")
          .fault(
              "The charset " + Excerpt.quoted(name.orElse("")) + " is unknown.",
              "Usual ones are UTF-8, windows-1252, GB18030 and Big5.");
      return TableFormat.CSV.charset();
    }
  }

  private static char delimiter(YamlMap map) {
    Optional<String> text = map.get("delimiter").flatMap(YamlTexts::raw);
    if (text.isPresent() && (text.get().length() != 1 || "\"\r\n".contains(text.get()))) {
      map.at("delimiter")
          .fault(
              "The delimiter " + Excerpt.quoted(text.get()) + " is not allowed.",
              "It must be one character, such as \",\", \";\" or \"\\t\".");
      return TableFormat.CSV.delimiter();
    }
    return text.map(character -> character.charAt(0)).orElse(TableFormat.CSV.delimiter());
  }

  private static Repeats repeats(YamlMap map) {
    Optional<String> word = map.text("repeated-ids");
    return switch (word.orElse("update")) {
      case "update" -> Repeats.UPDATE;
      case "reject" -> Repeats.REJECT;
      case String other -> {
        map.at("repeated-ids")
            .fault(Excerpt.quoted(other) + " is no choice.", "It must be update or reject.");
        yield Repeats.UPDATE;
      }
    };
  }

  private static IdRule id(YamlMap map) {
    Optional<YamlNode> node = map.required("id");
    if (node.isPresent() && YamlTexts.isText(node.get())) {
      return new IdRule(YamlTexts.column(node.get()).stream().toList(), "", DEFAULT_ID_JOIN);
    }
    Optional<YamlMap> rule = node.flatMap(value -> value.asMap("The value of \"id\"", ID_KEYS));
    List<Column> columns = rule.map(YamlTexts::columns).orElse(List.of());
    if (rule.isPresent() && columns.isEmpty()) {
      rule.get().self().fault("The id has no column.", "Add \"column: …\".");
    }
    return new IdRule(
        columns,
        rule.flatMap(keys -> keys.get("prefix")).flatMap(YamlTexts::raw).orElse(""),
        rule.flatMap(keys -> keys.get("join")).flatMap(YamlTexts::raw).orElse(DEFAULT_ID_JOIN));
  }

  private static List<FieldRule> fields(YamlMap map, Schema schema, Set<String> nulls) {
    List<String> names = List.copyOf(schema.fields().keySet());
    Optional<YamlMap> rules =
        map.required("fields").flatMap(node -> node.asMap("The value of \"fields\"", names));
    if (rules.isEmpty()) {
      return List.of();
    }
    List<FieldRule> result = new ArrayList<>();
    Set<String> mapped = new HashSet<>(rules.get().entries().keySet());
    for (Field field : schema.fields().values()) {
      if (mapped.contains(field.name())) {
        FieldRuleReader.read(field, rules.get().at(field.name()), nulls).ifPresent(result::add);
      } else if (field.traits().required()) {
        rules
            .get()
            .self()
            .fault(
                "The required field \"" + field.name() + "\" is not mapped.",
                "Add \"" + field.name() + ": …\" with the name of its column.");
      }
    }
    return result;
  }
}
