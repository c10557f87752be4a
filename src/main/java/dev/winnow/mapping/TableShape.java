package dev.winnow.mapping;

import dev.winnow.problem.Excerpt;
import dev.winnow.problem.Fault;
import dev.winnow.problem.WinnowException;
import dev.winnow.schema.YamlJson;
import dev.winnow.schema.YamlMap;
import dev.winnow.schema.YamlNode;
import dev.winnow.tables.TableFormat;
import dev.winnow.tables.TableFormatJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a mapping says of columns of fixed width and of other tables. */
final class TableShape {
  private static final Pattern PLACE = Pattern.compile("([1-9]\\d{0,4})-([1-9]\\d{0,4})");
  private static final List<String> LOOKUP_KEYS = List.of("name", "file", "key", "by");

  private TableShape() {}

  /** Columns such as {@code {id: 8-11, dollars: 25-31}}; none for CSV. */
  static List<TableFormat.Place> fixedWidth(YamlMap map) {
    List<TableFormat.Place> places = new ArrayList<>();
    Optional<YamlNode> node = map.get("fixed-width");
    node.map(YamlTexts::pairs)
        .orElse(Map.of())
        .forEach(
            (name, place) -> {
              Matcher matcher = PLACE.matcher(place);
              int from = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 1;
              int to = matcher.matches() ? Integer.parseInt(matcher.group(2)) : 0;
              if (to < from) {
                node.get()
                    .fault(
                        Excerpt.quoted(place) + " is no place in a line.",
                        "It must be the first and the last character, such as 8-11.");
              } else {
                places.add(new TableFormat.Place(name, from, to));
              }
            });
    return places;
  }

  /** The whole format, as {@link TableFormatJson} has it. */
  static TableFormat format(YamlMap map) {
    for (String key : List.of("charset", "delimiter", "fixed-width")) {
      if (map.has(key)) {
        map.at(key).fault("Both \"format\" and \"" + key + "\" are given.", "Give one of them.");
      }
    }
    YamlJson format = new YamlJson(map.at("format"));
    try {
      return TableFormatJson.read(format.json());
    } catch (WinnowException e) {
      for (Fault fault : e.faults()) {
        map.self().folder().fault(format.place(fault.pointer()), fault.detail(), fault.expected());
      }
      return TableFormat.CSV;
    }
  }

  /** Tables such as {@code {name: products, file: products.csv, key: productID}}. */
  static List<ColumnMapping.Lookup> lookups(YamlMap map) {
    List<ColumnMapping.Lookup> lookups = new ArrayList<>();
    if (!map.has("lookups")) {
      return lookups;
    }
    for (YamlNode item : map.at("lookups").asList("The value of \"lookups\"")) {
      item.asMap("A lookup", LOOKUP_KEYS).flatMap(TableShape::lookup).ifPresent(lookups::add);
    }
    return lookups;
  }

  private static Optional<ColumnMapping.Lookup> lookup(YamlMap map) {
    Optional<String> name = map.required("name").flatMap(YamlTexts::raw);
    Optional<String> file = map.required("file").flatMap(YamlTexts::raw);
    Optional<ColumnMapping.Column> key = map.required("key").flatMap(YamlTexts::column);
    if (name.isEmpty() || file.isEmpty() || key.isEmpty()) {
      return Optional.empty();
    }
    if (file.get().contains("/") || file.get().contains("\\")) {
      map.at("file").fault("The file is in another folder.", "It must lie beside the table.");
      return Optional.empty();
    }
    return Optional.of(
        new ColumnMapping.Lookup(
            name.get(),
            file.get(),
            key.get(),
            map.get("by").flatMap(YamlTexts::column).orElse(key.get())));
  }
}
