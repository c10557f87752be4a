package dev.winnow.mapping;

import dev.winnow.mapping.ColumnMapping.Column;
import dev.winnow.schema.YamlMap;
import dev.winnow.schema.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads the kinds of value that only mappings have. */
final class YamlTexts {
  private YamlTexts() {}

  static boolean isText(YamlNode node) {
    return node.node() instanceof ScalarNode;
  }

  /** A scalar exactly as written, white space included. */
  static Optional<String> raw(YamlNode node) {
    if (node.node() instanceof ScalarNode scalar && !scalar.getValue().isEmpty()) {
      return Optional.of(scalar.getValue());
    }
    node.fault("A text is wanted here.", "Put it in quotes.");
    return Optional.empty();
  }

  static Set<String> set(YamlNode node) {
    return new LinkedHashSet<>(list(node));
  }

  /** A list of texts, or one text for a list of one. */
  static List<String> list(YamlNode node) {
    List<YamlNode> items = isText(node) ? List.of(node) : node.asList("The value");
    return items.stream().flatMap(item -> raw(item).stream()).toList();
  }

  /** A scalar exactly as written, or the empty text. */
  static String anyText(YamlNode node) {
    if (node.node() instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    node.fault("A text is wanted here.", "Put it in quotes.");
    return "";
  }

  /** A list of texts, the empty one among them, or one text for a list of one. */
  static List<String> anyTexts(YamlNode node) {
    List<String> result = new ArrayList<>();
    for (YamlNode item : isText(node) ? List.of(node) : node.asList("The value")) {
      if (item.node() instanceof ScalarNode scalar) {
        result.add(scalar.getValue().strip());
      } else {
        item.fault("A text is wanted here.", "Put it in quotes.");
      }
    }
    return result;
  }

  /** A mapping from any texts to texts; the new ones may be empty. */
  static Map<String, String> pairs(YamlNode node) {
    if (!(node.node() instanceof MappingNode mapping)) {
      node.fault("The values are no mapping.", "Write \"values: {old: new, …}\".");
      return Map.of();
    }
    Map<String, String> result = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key
          && tuple.getValueNode() instanceof ScalarNode value) {
        result.put(key.getValue().strip(), value.getValue().strip());
      } else {
        node.fault("A replacement is not text.", "Write \"old: new\", each on its own line.");
      }
    }
    return result;
  }

  /** What {@code column} or {@code columns} names; empty when neither is there. */
  static List<Column> columns(YamlMap map) {
    List<Column> result = new ArrayList<>();
    map.get("column").flatMap(YamlTexts::column).ifPresent(result::add);
    if (map.has("columns")) {
      if (map.has("column")) {
        map.at("columns").fault("Both \"column\" and \"columns\" are given.", "Give one of them.");
      }
      for (YamlNode item : map.at("columns").asList("The value of \"columns\"")) {
        column(item).ifPresent(result::add);
      }
    }
    return result;
  }

  static Optional<Column> column(YamlNode node) {
    return raw(node).map(name -> new Column(name.strip(), node.place().line()));
  }
}
