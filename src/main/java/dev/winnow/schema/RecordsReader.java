package dev.winnow.schema;

import dev.winnow.problem.Excerpt;
import dev.winnow.problem.Nearest;
import dev.winnow.schema.Field.KnownValue;
import dev.winnow.schema.Records.Kind;
import dev.winnow.schema.Records.Wanted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** Reads which fields are filled by Winnow and which count for completeness. */
final class RecordsReader {
  static final String RECORD = "record";
  static final String WANTED = "wanted";

  private final DeclaredFields declared;
  private final Map<String, Kind> kinds = new LinkedHashMap<>();
  private final Map<Kind, Place> places = new EnumMap<>(Kind.class);
  private final List<Wanted> wanted = new ArrayList<>();

  RecordsReader(DeclaredFields declared) {
    this.declared = declared;
  }

  /** Reads one field's declaration; all fields must have been declared. */
  void read(YamlMap map) {
    Optional<Field> field =
        map.get("name").isEmpty() ? Optional.empty() : declared.named(map, "name");
    if (field.isEmpty()) {
      return;
    }
    map.get(RECORD).ifPresent(node -> readKind(map, node, field.get()));
    map.get(WANTED).ifPresent(node -> readWanted(node, field.get()));
  }

  Records records() {
    return new Records(kinds, wanted);
  }

  private void readKind(YamlMap map, YamlNode node, Field field) {
    Optional<String> word = node.asText(YamlMap.named(RECORD));
    Optional<Kind> kind =
        Arrays.stream(Kind.values())
            .filter(each -> word.equals(Optional.of(each.word())))
            .findAny();
    if (word.isPresent() && kind.isEmpty()) {
      node.fault(
          "Winnow records no " + Excerpt.quoted(word.get()) + ".",
          Nearest.hint(word.get(), Arrays.stream(Kind.values()).map(Kind::word).toList()));
    }
    for (String key : List.of("required", WANTED, "closed")) {
      if (map.has(key)) {
        map.at(key)
            .fault(
                "A field that Winnow fills cannot have \"" + key + "\".",
                "Leave \"" + key + "\" out.");
      }
    }
    kind.ifPresent(each -> add(each, field, node));
  }

  private void add(Kind kind, Field field, YamlNode node) {
    boolean fits =
        switch (kind) {
          case COMPLETENESS -> field instanceof Field.Number number && number.decimals() == 0;
          case UPDATED, ARCHIVED -> field instanceof Field.Date;
          case SOURCES -> field instanceof Field.Keyword && field.multi();
        };
    if (!fits) {
      node.fault(
          "The field \"" + field.name() + "\" cannot record " + kind.word() + ".",
          switch (kind) {
            case COMPLETENESS -> "It must be of type number without decimals.";
            case UPDATED, ARCHIVED -> "It must be of type date.";
            case SOURCES -> "It must be of type keyword with \"multi: true\".";
          });
      return;
    }
    Place first = places.putIfAbsent(kind, node.place());
    if (first == null) {
      kinds.put(field.name(), kind);
    } else {
      node.fault(
          "Two fields record " + kind.word() + ".", "One does at " + first + "; leave this out.");
    }
  }

  private void readWanted(YamlNode node, Field field) {
    if (!(node.node() instanceof MappingNode mapping)) {
      if (node.asFlag(YamlMap.named(WANTED))) {
        wanted.add(new Wanted(field.name(), "", Set.of()));
      }
      return;
    }
    List<String> keywords =
        declared.fields().stream()
            .filter(Field.Keyword.class::isInstance)
            .map(Field::name)
            .toList();
    if (mapping.getValue().size() != 1) {
      node.fault(
          "The customers of whom the field is wanted are not named by one field.",
          "Write it as {customer_type: [individual]}.");
      return;
    }
    node.asMap(YamlMap.named(WANTED), keywords)
        .ifPresent(
            map ->
                map.entries()
                    .forEach(
                        (by, values) ->
                            wanted.add(new Wanted(field.name(), by, values(by, values)))));
  }

  private Set<String> values(String by, YamlNode node) {
    List<String> known =
        declared.fields().stream()
            .filter(field -> field.name().equals(by))
            .filter(field -> field instanceof Field.Keyword keyword && keyword.closed())
            .flatMap(field -> ((Field.Keyword) field).values().stream())
            .map(KnownValue::value)
            .toList();
    Set<String> values = new LinkedHashSet<>();
    for (YamlNode item : node.asList(YamlMap.named(by))) {
      Optional<String> value = item.asText("A value of \"" + by + "\"");
      value
          .filter(text -> !known.isEmpty() && !known.contains(text))
          .ifPresent(
              text ->
                  item.fault(
                      "The field \"" + by + "\" has no value " + Excerpt.quoted(text) + ".",
                      Nearest.hint(text, known)));
      value.ifPresent(values::add);
    }
    return values;
  }
}
