package dev.winnow.mapping;

import dev.winnow.mapping.ColumnMapping.Part;
import dev.winnow.problem.Excerpt;
import dev.winnow.problem.ProblemCode;
import dev.winnow.schema.ConfigFolder;
import dev.winnow.schema.Schema;
import dev.winnow.schema.YamlFile;
import dev.winnow.schema.YamlMap;
import dev.winnow.schema.YamlNode;
import dev.winnow.tables.TableFormat;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Reads a mapping, written in YAML or JSON, and refuses it with everything that is wrong in it. A
 * mapping has one part, written at the top, or several below {@code parts}.
 */
public final class MappingReader {
  private static final List<String> COMMON_KEYS =
      List.of("format", "charset", "delimiter", "fixed-width", "lookups", "nulls", "parts");
  private static final List<String> KEYS =
      Stream.concat(COMMON_KEYS.stream(), PartReader.KEYS.stream()).toList();

  private final Schema schema;

  /**
   * @param schema of customers
   */
  public MappingReader(Schema schema) {
    this.schema = schema;
  }

  /** The mapping; {@link ProblemCode#INVALID_MAPPING} with all faults by file and line. */
  public ColumnMapping read(Path file) {
    Path absolute = file.toAbsolutePath();
    ConfigFolder folder =
        new ConfigFolder(Optional.ofNullable(absolute.getParent()).orElse(absolute));
    String name = absolute.getFileName().toString();
    return read(folder, name, YamlFile.read(folder, name));
  }

  /**
   * The mapping in a text.
   *
   * @param name of the mapping, for messages
   */
  public ColumnMapping read(String text, String name) {
    ConfigFolder folder = new ConfigFolder(Path.of(""));
    return read(folder, name, YamlFile.read(folder, name, text));
  }

  /** The mapping in JSON. */
  public ColumnMapping read(JsonNode json, String name) {
    return read(json.toString(), name);
  }

  private ColumnMapping read(ConfigFolder folder, String name, Optional<YamlNode> root) {
    Optional<ColumnMapping> mapping =
        root.flatMap(node -> node.asMap("The mapping", KEYS)).map(map -> mapping(name, map));
    folder.throwIfFaulty(ProblemCode.INVALID_MAPPING);
    return mapping.orElseThrow();
  }

  private ColumnMapping mapping(String name, YamlMap map) {
    TableFormat format = format(map);
    Set<String> nulls = map.get("nulls").map(YamlTexts::set).orElse(Set.of());
    List<Part> parts = map.has("parts") ? parts(map, nulls) : List.of(part(map, nulls, false));
    return new ColumnMapping(name, format, TableShape.lookups(map), parts);
  }

  private List<Part> parts(YamlMap map, Set<String> nulls) {
    for (String key : PartReader.KEYS) {
      if (map.has(key)) {
        map.at(key).fault("Both \"parts\" and \"" + key + "\" are given.", "Move it into a part.");
      }
    }
    List<YamlNode> items = map.at("parts").asList("The value of \"parts\"");
    if (items.isEmpty()) {
      map.at("parts").fault("There is no part.", "Add one with \"rows\", \"id\" and \"fields\".");
    }
    List<Part> parts = new ArrayList<>();
    for (YamlNode item : items) {
      item.asMap("A part", PartReader.KEYS)
          .map(part -> part(part, nulls, items.size() > 1))
          .ifPresent(
              part -> {
                if (parts.stream().anyMatch(other -> other.rows() == part.rows())) {
                  item.fault("Two parts are " + part.rows().word() + ".", "Give each kind once.");
                }
                parts.add(part);
              });
    }
    parts.sort(Comparator.comparing(Part::rows));
    return parts;
  }

  private Part part(YamlMap map, Set<String> nulls, boolean several) {
    return new PartReader(schema, map, nulls, several).read();
  }

  private static TableFormat format(YamlMap map) {
    if (map.has("format")) {
      return TableShape.format(map);
    }
    List<TableFormat.Place> places = TableShape.fixedWidth(map);
    Charset charset = charset(map);
    return places.isEmpty()
        ? TableFormat.csv(charset, delimiter(map))
        : new TableFormat.FixedWidth(charset, places);
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
}
