package dev.winnow.schema;

import dev.winnow.problem.Excerpt;
import dev.winnow.problem.Nearest;
import dev.winnow.problem.ProblemCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the configuration folder: {@code fields.yml}, {@code analysis.yml} and the lists they name.
 * A broken configuration is refused with everything that is wrong in it at once.
 */
public final class SchemaReader {
  static final String FIELDS_FILE = "fields.yml";
  static final List<String> KEYS = List.of("title", "fields");

  private final ConfigFolder folder;
  private final List<Field> fields = new ArrayList<>();
  private final Map<String, Place> places = new HashMap<>();

  private SchemaReader(Path folder) {
    this.folder = new ConfigFolder(folder);
  }

  /**
   * @param folder such as {@code index-config}
   * @throws dev.winnow.problem.WinnowException with the code {@code INVALID_CONFIGURATION}; its
   *     faults point to {@code file:line}
   */
  public static Schema read(Path folder) {
    return new SchemaReader(folder).read();
  }

  private Schema read() {
    Optional<YamlMap> root =
        YamlFile.read(folder, FIELDS_FILE).flatMap(node -> node.asMap("The file", KEYS));
    root.flatMap(map -> map.required("fields")).ifPresent(this::readFields);
    String title = root.map(this::title).orElse("");
    Schema.SearchSettings search = new AnalysisReader(folder, fields).read();
    folder.throwIfFaulty(ProblemCode.INVALID_CONFIGURATION);
    return Schema.of(fields, title, search);
  }

  private void readFields(YamlNode node) {
    List<YamlNode> items = node.asList(YamlMap.named("fields"));
    for (YamlNode item : items) {
      item.asMap("A field", FieldType.allKeys())
          .ifPresent(map -> FieldReader.read(map).ifPresent(field -> add(field, map)));
    }
  }

  private void add(Field field, YamlMap map) {
    Place place = map.at("name").place();
    Place first = places.putIfAbsent(field.name(), place);
    if (first == null) {
      fields.add(field);
    } else {
      folder.fault(
          place,
          "The field \"" + field.name() + "\" is declared twice.",
          "It stands at " + first + " already; choose another name.");
    }
  }

  private String title(YamlMap root) {
    Optional<String> title = root.requiredText("title");
    Optional<Field> field =
        title.flatMap(name -> fields.stream().filter(f -> f.name().equals(name)).findFirst());
    if (title.isPresent() && field.isEmpty()) {
      root.at("title")
          .fault(
              "The title field " + Excerpt.quoted(title.get()) + " is not declared.",
              Nearest.hint(title.get(), fields.stream().map(Field::name).toList()));
    }
    field
        .filter(found -> !(found instanceof Field.Text) || found.multi())
        .ifPresent(
            found ->
                root.at("title")
                    .fault(
                        "The title field \"" + found.name() + "\" is not a single text.",
                        "It must be a field of type text that is not multi."));
    return title.orElse("");
  }
}
