package dev.winnow.matching;

import dev.winnow.matching.Parts.Part;
import dev.winnow.problem.Excerpt;
import dev.winnow.problem.ProblemCode;
import dev.winnow.schema.ConfigFolder;
import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import dev.winnow.schema.YamlFile;
import dev.winnow.schema.YamlMap;
import dev.winnow.schema.YamlNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code duplicates.yml}; what it does not say is {@link Parts#of}. */
public final class PartsReader {
  private static final String FILE = "duplicates.yml";
  private static final List<String> KEYS = Stream.of(Part.values()).map(Part::key).toList();

  private PartsReader() {}

  /**
   * The parts of the fields.
   *
   * @param configFolder such as {@code index-config}
   * @throws dev.winnow.problem.WinnowException {@code INVALID_CONFIGURATION}; its faults point to
   *     {@code file:line}
   */
  public static Parts read(Path configFolder, Schema schema) {
    Map<Part, List<String>> parts = new EnumMap<>(Parts.of(schema).fields());
    if (!Files.exists(configFolder.resolve(FILE))) {
      return new Parts(parts);
    }
    ConfigFolder folder = new ConfigFolder(configFolder);
    Optional<YamlMap> root =
        YamlFile.read(folder, FILE).flatMap(node -> node.asMap("The file", KEYS));
    for (Part part : Part.values()) {
      root.flatMap(map -> map.get(part.key()))
          .ifPresent(node -> parts.put(part, fields(node, part, schema)));
    }
    folder.throwIfFaulty(ProblemCode.INVALID_CONFIGURATION);
    return new Parts(parts);
  }

  private static List<String> fields(YamlNode node, Part part, Schema schema) {
    List<String> names = new ArrayList<>();
    for (YamlNode each : node.asList("The value of \"" + part.key() + "\"")) {
      Optional<String> name = each.asText("A field's name");
      Optional<Field> field = name.flatMap(schema::field);
      if (field.filter(part::takes).isPresent()) {
        names.add(field.get().name());
      } else if (name.isPresent()) {
        each.fault(
            field.isEmpty()
                ? "There is no field " + Excerpt.quoted(name.get()) + "."
                : "The field " + Excerpt.quoted(name.get()) + " cannot play this part.",
            "Fields of fields.yml, and of a type that fits.");
      }
    }
    return names;
  }
}
