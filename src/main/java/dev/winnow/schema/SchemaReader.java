package dev.winnow.schema;

import dev.winnow.problem.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads the configuration folder: {@code fields.yml}, {@code analysis.yml} and the lists they name.
 * A broken configuration is refused with everything that is wrong in it at once.
 */
public final class SchemaReader {
  static final String FILE = "fields.yml";
  static final List<String> KEYS = List.of("title", "fields");

  private final ConfigFolder folder;
  private final DeclaredFields declared = new DeclaredFields();
  private final RecordsReader records = new RecordsReader(declared);

  private SchemaReader(Path folder) {
    this.folder = new ConfigFolder(folder);
  }

  /**
   * Reads the schema from a folder of configuration.
   *
   * @param folder such as {@code index-config}
   * @throws dev.winnow.problem.WinnowException with the code {@code INVALID_CONFIGURATION}; its
   *     faults point to {@code file:line}
   */
  public static Schema read(Path folder) {
    return new SchemaReader(folder).read();
  }

  private Schema read() {
    Optional<YamlMap> root =
        YamlFile.read(folder, FILE).flatMap(node -> node.asMap("The file", KEYS));
    root.flatMap(map -> map.required("fields")).ifPresent(this::readFields);
    String title = root.flatMap(this::title).map(Field::name).orElse("");
    Schema.SearchSettings search = new AnalysisReader(folder, declared).read();
    folder.throwIfFaulty(ProblemCode.INVALID_CONFIGURATION);
    return Schema.of(declared.fields(), title, search, records.records());
  }

  private void readFields(YamlNode node) {
    List<YamlMap> maps =
        node.asList(YamlMap.named("fields")).stream()
            .flatMap(item -> item.asMap("A field", FieldType.allKeys()).stream())
            .toList();
    maps.forEach(declared::read);
    maps.forEach(records::read);
  }

  private Optional<Field> title(YamlMap root) {
    root.required("title");
    Optional<Field> field = declared.named(root, "title");
    field
        .filter(found -> !(found instanceof Field.Text) || found.multi())
        .ifPresent(
            found ->
                root.at("title")
                    .fault(
                        "The title field \"" + found.name() + "\" is not a single text.",
                        "It must be a field of type text that is not multi."));
    return field;
  }
}
