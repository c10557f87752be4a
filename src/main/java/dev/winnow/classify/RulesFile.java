package dev.winnow.classify;

import dev.winnow.problem.Excerpt;
import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.schema.ConfigFolder;
import dev.winnow.schema.Label;
import dev.winnow.schema.Schema;
import dev.winnow.schema.YamlFile;
import dev.winnow.schema.YamlJson;
import dev.winnow.schema.YamlMap;
import dev.winnow.schema.YamlNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code rules.yml}, the rules that a new installation begins with. */
public final class RulesFile {
  static final String FILE = "rules.yml";
  static final List<String> KEYS = List.of("rules");
  static final List<String> RULE_KEYS = List.of("id", "name", "definition");
  private static final List<String> LANGUAGES = List.of("en", "zh");
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

  private final ConfigFolder folder;
  private final RuleReader reader;
  private final Set<String> ids = new HashSet<>();
  private final List<NamedRule> rules = new ArrayList<>();
  private final List<YamlNode> definitions = new ArrayList<>();

  private RulesFile(Path folder, Schema schema) {
    this.folder = new ConfigFolder(folder);
    this.reader = new RuleReader(schema);
  }

  /**
   * The rules, in an order in which each can be applied; none without the file.
   *
   * @param folder such as {@code index-config}
   * @throws WinnowException {@code INVALID_CONFIGURATION} with all faults by file and line
   */
  public static List<NamedRule> read(Path folder, Schema schema) {
    return Files.exists(folder.resolve(FILE)) ? new RulesFile(folder, schema).read() : List.of();
  }

  private List<NamedRule> read() {
    YamlFile.read(folder, FILE)
        .flatMap(root -> root.asMap("The file", KEYS))
        .flatMap(map -> map.required("rules"))
        .ifPresent(
            list ->
                list.asList("The value of \"rules\"")
                    .forEach(node -> node.asMap("A rule", RULE_KEYS).ifPresent(this::read)));
    folder.throwIfFaulty(ProblemCode.INVALID_CONFIGURATION);
    List<Rule> order = order();
    folder.throwIfFaulty(ProblemCode.INVALID_CONFIGURATION);
    return order.stream()
        .map(rule -> rules.stream().filter(named -> named.rule().equals(rule)).findFirst())
        .flatMap(Optional::stream)
        .toList();
  }

  private void read(YamlMap map) {
    String id = map.requiredText("id").orElse("");
    if (!id.isEmpty() && !ID.matcher(id).matches()) {
      map.at("id")
          .fault(
              Excerpt.quoted(id) + " is not an id.",
              "It must be 1 to 64 lower-case letters, digits and hyphens, the first no hyphen.");
    } else if (!id.isEmpty() && !ids.add(id)) {
      map.at("id").fault("The id \"" + id + "\" is given twice.", "Choose another.");
    }
    Label name = name(map);
    map.required("definition")
        .flatMap(this::definition)
        .ifPresent(
            rule -> {
              rules.add(new NamedRule(id, name, rule));
              definitions.add(map.at("definition"));
            });
  }

  private static Label name(YamlMap map) {
    Optional<YamlMap> name =
        map.required("name").flatMap(node -> node.asMap("The value of \"name\"", LANGUAGES));
    return new Label(
        name.flatMap(languages -> languages.requiredText("en")).orElse(""),
        name.flatMap(languages -> languages.requiredText("zh")).orElse(""));
  }

  private Optional<Rule> definition(YamlNode node) {
    YamlJson yaml = new YamlJson(node);
    try {
      return Optional.of(reader.read(yaml.json(), ""));
    } catch (WinnowException e) {
      for (Fault fault : e.faults()) {
        folder.fault(yaml.place(fault.pointer()), fault.detail(), fault.expected());
      }
      return Optional.empty();
    }
  }

  private List<Rule> order() {
    try {
      return RuleOrder.of(rules.stream().map(NamedRule::rule).toList());
    } catch (WinnowException e) {
      for (Fault fault : e.faults()) {
        YamlNode node =
            fault.pointer().isEmpty()
                ? definitions.getFirst()
                : definitions.get(Integer.parseInt(fault.pointer().split("/", -1)[1]));
        folder.fault(node.place(), fault.detail(), fault.expected());
      }
      return List.of();
    }
  }
}
