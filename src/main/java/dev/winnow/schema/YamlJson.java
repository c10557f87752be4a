package dev.winnow.schema;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A value of a YAML file as JSON, which remembers on which lines it was written. */
public final class YamlJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final YamlNode root;
  private final Map<String, YamlNode> written = new HashMap<>();
  private final JsonNode json;

  public YamlJson(YamlNode root) {
    this.root = root;
    this.json = json(root.node(), "");
  }

  public JsonNode json() {
    return json;
  }

  /** Where the value of a pointer stands, or the nearest above it that is there. */
  public Place place(String pointer) {
    String nearest = pointer;
    while (!nearest.isEmpty() && !written.containsKey(nearest)) {
      nearest = nearest.substring(0, nearest.lastIndexOf('/'));
    }
    return written.getOrDefault(nearest, root).place();
  }

  private JsonNode json(Node node, String pointer) {
    written.put(pointer, new YamlNode(root.folder(), root.file(), node));
    return switch (node) {
      case MappingNode mapping -> object(mapping, pointer);
      case SequenceNode sequence -> {
        ArrayNode array = JSON.arrayNode();
        for (Node item : sequence.getValue()) {
          array.add(json(item, pointer + "/" + array.size()));
        }
        yield array;
      }
      case ScalarNode scalar -> scalar(scalar);
      default -> JSON.nullNode();
    };
  }

  private ObjectNode object(MappingNode mapping, String pointer) {
    ObjectNode object = JSON.objectNode();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
      String step = key.replace("~", "~0").replace("/", "~1");
      if (object.has(key)) {
        new YamlNode(root.folder(), root.file(), tuple.getKeyNode())
            .fault("The key \"" + key + "\" is given twice.", "Give it once.");
      }
      object.set(key, json(tuple.getValueNode(), pointer + "/" + step));
    }
    return object;
  }

  private static JsonNode scalar(ScalarNode scalar) {
    String text = scalar.getValue();
    Tag tag = scalar.getTag();
    if (tag.equals(Tag.NULL)) {
      return JSON.nullNode();
    }
    if (tag.equals(Tag.BOOL)) {
      return JSON.booleanNode(Boolean.parseBoolean(text));
    }
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      return number(text);
    }
    return JSON.stringNode(text);
  }

  /** What YAML alone takes for a number, such as .inf, stays text and is refused as such. */
  private static JsonNode number(String text) {
    try {
      BigDecimal number = new BigDecimal(text);
      return number.scale() == 0 && number.precision() < 10
          ? JSON.numberNode(number.intValueExact())
          : JSON.numberNode(number);
    } catch (NumberFormatException e) {
      return JSON.stringNode(text);
    }
  }
}
