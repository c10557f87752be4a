package dev.winnow.mapping;

import dev.winnow.mapping.ColumnMapping.Rows;
import dev.winnow.schema.Field;
import dev.winnow.schema.Language;
import dev.winnow.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What columns can be: the fields of a schema, and what their columns are called elsewhere. */
final class Concepts {
  private static final Map<String, List<TextList.Line>> SYNONYMS = sections();

  private Concepts() {}

  private static Map<String, List<TextList.Line>> sections() {
    Map<String, List<TextList.Line>> sections = new HashMap<>();
    List<TextList.Line> section = List.of();
    for (TextList.Line line : TextList.read("synonyms.txt")) {
      if (line.key().startsWith("[")) {
        section = new ArrayList<>();
        sections.put(line.key().substring(1, line.key().length() - 1), section);
      } else {
        section.add(line);
      }
    }
    return sections;
  }

  /** Everything that a column of such rows can be. */
  static List<Concept> of(Rows rows, Schema schema) {
    Schema fields = ActivityRows.schema(rows).orElse(schema);
    List<Concept> concepts = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (TextList.Line line : SYNONYMS.getOrDefault(rows.word(), List.of())) {
      String field = before(line.key());
      if (field.equals(Proposal.Target.ID) || fields.fields().containsKey(field)) {
        boolean whole = field.equals(line.key());
        concepts.add(concept(line, whole ? own(fields, field) : List.of()));
        if (whole) {
          seen.add(field);
        }
      }
    }
    for (Field field : fields.fields().values()) {
      if (!seen.contains(field.name()) && !field.name().equals("customer")) {
        concepts.add(
            concept(new TextList.Line(field.name(), List.of()), own(fields, field.name())));
      }
    }
    return concepts;
  }

  /** Things that no field takes. */
  static List<Concept> others() {
    return SYNONYMS.getOrDefault(Concept.OTHER, List.of()).stream()
        .map(line -> concept(new TextList.Line(Concept.OTHER, line.names()), List.of()))
        .toList();
  }

  /** What a field is called in its schema. */
  private static List<String> own(Schema fields, String name) {
    return fields.field(name).stream()
        .flatMap(
            field ->
                Stream.of(
                    field.name(), field.label().in(Language.EN), field.label().in(Language.ZH)))
        .toList();
  }

  private static Concept concept(TextList.Line line, List<String> own) {
    String field = before(line.key());
    String part = line.key().substring(Math.min(line.key().length(), field.length() + 1));
    List<Concept.Name> listed = line.names().stream().map(Concept.Name::of).toList();
    Set<String> weak =
        listed.stream()
            .filter(Concept.Name::weak)
            .map(Concept.Name::compact)
            .collect(Collectors.toSet());
    Stream<Concept.Name> strong =
        own.stream().map(Concept.Name::of).filter(name -> !weak.contains(name.compact()));
    return new Concept(field, part, Stream.concat(strong, listed.stream()).toList());
  }

  private static String before(String key) {
    int dot = key.indexOf('.');
    return dot < 0 ? key : key.substring(0, dot);
  }
}
