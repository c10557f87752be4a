package dev.winnow.schema;

import dev.winnow.problem.Excerpt;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads {@code analysis.yml} and the word lists it names. */
final class AnalysisReader {
  static final String FILE = "analysis.yml";
  static final List<String> KEYS =
      List.of("tie-break", "synonyms", "company-suffixes", "place-names");

  private final ConfigFolder folder;
  private final DeclaredFields declared;

  AnalysisReader(ConfigFolder folder, DeclaredFields declared) {
    this.folder = folder;
    this.declared = declared;
  }

  Schema.SearchSettings read() {
    return YamlFile.read(folder, FILE)
        .flatMap(root -> root.asMap("The file", KEYS))
        .map(map -> new Schema.SearchSettings(synonyms(map), weakWords(map), tieBreakField(map)))
        .orElse(Schema.SearchSettings.NONE);
  }

  private String tieBreakField(YamlMap map) {
    Optional<Field> field = declared.named(map, "tie-break");
    field
        .filter(found -> !canBreakTies(found))
        .ifPresent(
            found ->
                map.at("tie-break")
                    .fault(
                        "The field \"" + found.name() + "\" cannot break ties.",
                        "It must be a keyword with \"closed: true\" and one value."));
    return field.map(Field::name).orElse("");
  }

  private static boolean canBreakTies(Field field) {
    return field instanceof Field.Keyword keyword && keyword.closed() && !keyword.multi();
  }

  private List<List<String>> synonyms(YamlMap map) {
    return map.text("synonyms").stream()
        .flatMap(file -> folder.lines(file, map.at("synonyms").place()).stream())
        .map(this::synonymGroup)
        .filter(group -> group.size() > 1)
        .toList();
  }

  private List<String> synonymGroup(ConfigFolder.Line line) {
    List<String> words =
        Arrays.stream(line.text().split("[,，]", -1)).map(AnalysisReader::word).toList();
    if (words.size() < 2 || words.contains("")) {
      folder.fault(
          line.place(),
          "The line is not a group of synonyms: " + Excerpt.quoted(line.text()) + ".",
          "It must be two or more words with commas between them.");
    } else if (Set.copyOf(words).size() < words.size()) {
      folder.fault(line.place(), "A word is given twice in a group of synonyms.", "Give it once.");
    }
    return words;
  }

  private List<String> weakWords(YamlMap map) {
    Set<String> words = new LinkedHashSet<>();
    map.text("company-suffixes").stream()
        .flatMap(file -> folder.lines(file, map.at("company-suffixes").place()).stream())
        .map(line -> word(line.text()))
        .forEach(words::add);
    declared
        .named(map, "place-names")
        .ifPresent(field -> words.addAll(placeNames(map.at("place-names"), field)));
    return List.copyOf(words);
  }

  private List<String> placeNames(YamlNode node, Field field) {
    if (!(field instanceof Field.Tree tree) || tree.values().isEmpty()) {
      node.fault(
          "The field \"" + field.name() + "\" has no place names.",
          "It must be a tree with known values.");
      return List.of();
    }
    return tree.values().stream()
        .flatMap(known -> List.of(TreePath.name(known.value()), known.label().en()).stream())
        .map(AnalysisReader::word)
        .toList();
  }

  private static String word(String text) {
    return WordRules.clean(text).toLowerCase(Locale.ROOT);
  }
}
