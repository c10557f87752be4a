package dev.winnow.schema;

import dev.winnow.problem.Excerpt;
import dev.winnow.problem.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A YAML mapping whose keys are all known.
 *
 * @param self the mapping's own node
 * @param entries by key
 */
public record YamlMap(YamlNode self, Map<String, YamlNode> entries) {
  /** Reports unknown and repeated keys and leaves them out. */
  static YamlMap of(YamlNode self, MappingNode mapping, List<String> known) {
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      YamlNode keyNode = new YamlNode(self.folder(), self.file(), tuple.getKeyNode());
      YamlNode value = new YamlNode(self.folder(), self.file(), tuple.getValueNode());
      String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
      if (!known.contains(key)) {
        keyNode.fault("The key " + Excerpt.quoted(key) + " is unknown.", Nearest.hint(key, known));
      } else if (entries.putIfAbsent(key, value) != null) {
        keyNode.fault("The key \"" + key + "\" is given twice.", "Give it once.");
      }
    }
    return new YamlMap(self, entries);
  }

  public boolean has(String key) {
    return entries.containsKey(key);
  }

  public Optional<YamlNode> get(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  /** The entry; with a fault when it is missing. */
  public Optional<YamlNode> required(String key) {
    if (!has(key)) {
      self.fault("The key \"" + key + "\" is missing.", "Add it: \"" + key + ": …\".");
    }
    return get(key);
  }

  /** Text that must be there. */
  public Optional<String> requiredText(String key) {
    return required(key).flatMap(node -> node.asText(named(key)));
  }

  public Optional<String> text(String key) {
    return get(key).flatMap(node -> node.asText(named(key)));
  }

  /** A flag; false when it is not given. */
  public boolean flag(String key) {
    return get(key).map(node -> node.asFlag(named(key))).orElse(false);
  }

  public OptionalInt whole(String key, int min, int max) {
    return get(key).map(node -> node.asWhole(named(key), min, max)).orElse(OptionalInt.empty());
  }

  /** Where the entry stands, or the mapping when it has none. */
  public YamlNode at(String key) {
    return get(key).orElse(self);
  }

  /** How messages call an entry. */
  static String named(String key) {
    return "The value of \"" + key + "\"";
  }
}
