package dev.winnow.schema;

import dev.winnow.problem.Excerpt;
import dev.winnow.schema.Field.KnownValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the known values of a keyword or tree: written below {@code values}, or in the file named
 * by {@code values-from}, which has a line {@code value TAB English label TAB Chinese label} each.
 */
final class KnownValues {
  static final List<String> KEYS = List.of("value", "label");
  private static final String FORMAT = "It must be: value, tab, English label, tab, Chinese label.";

  private final ConfigFolder folder;
  private final boolean tree;
  private final List<KnownValue> values = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private KnownValues(ConfigFolder folder, boolean tree) {
    this.folder = folder;
    this.tree = tree;
  }

  static List<KnownValue> read(YamlMap field, boolean tree) {
    KnownValues result = new KnownValues(field.self().folder(), tree);
    if (field.has("values") && field.has("values-from")) {
      field
          .at("values-from")
          .fault("Both \"values\" and \"values-from\" are given.", "Give one of them.");
    }
    field.get("values").ifPresent(result::inline);
    field.text("values-from").ifPresent(file -> result.fromFile(file, field.at("values-from")));
    return result.values;
  }

  private void inline(YamlNode node) {
    List<YamlNode> items = node.asList(YamlMap.named("values"));
    for (YamlNode item : items) {
      item.asMap("A known value", KEYS)
          .ifPresent(
              map -> {
                Optional<String> value = map.requiredText("value");
                Optional<Label> label = Labels.read(map);
                value.ifPresent(
                    text ->
                        add(map.at("value").place(), clean(text), label.orElse(new Label("", ""))));
              });
    }
  }

  private void fromFile(String file, YamlNode wantedBy) {
    for (ConfigFolder.Line line : folder.lines(file, wantedBy.place())) {
      String[] columns = line.text().split("\t", -1);
      if (columns.length != 3) {
        folder.fault(line.place(), "The line has " + columns.length + " columns, not 3.", FORMAT);
        continue;
      }
      for (String column : columns) {
        if (column.isBlank()) {
          folder.fault(line.place(), "A column is empty.", FORMAT);
        }
        WordRules.flaw(column)
            .ifPresent(flaw -> folder.fault(line.place(), "A column " + flaw, ""));
      }
      Label label = new Label(columns[1].strip(), columns[2].strip());
      add(line.place(), clean(columns[0]), label);
    }
  }

  private void add(Place place, String value, Label label) {
    Optional<String> flaw = tree ? TreePath.flaw(value) : WordRules.flaw(value);
    flaw.ifPresent(
        text -> folder.fault(place, "The value " + Excerpt.quoted(value) + " " + text, ""));
    if (!seen.add(value)) {
      folder.fault(
          place, "The value " + Excerpt.quoted(value) + " is given twice.", "Give it once.");
      return;
    }
    if (tree && flaw.isEmpty()) {
      TreePath.parent(value)
          .filter(parent -> !seen.contains(parent))
          .ifPresent(
              parent ->
                  folder.fault(
                      place,
                      "The value " + Excerpt.quoted(value) + " has no parent.",
                      "Declare " + Excerpt.quoted(parent) + " before it."));
    }
    values.add(new KnownValue(value, label));
  }

  private String clean(String raw) {
    return tree ? TreePath.clean(raw) : WordRules.clean(raw);
  }
}
