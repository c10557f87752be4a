package dev.winnow.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * All fields of a customer, in the order of their declaration, and how to look customers up.
 *
 * @param fields by name, in declaration order
 * @param title the text field that names a customer in lists
 * @param search how keyword lookup analyses and ranks
 * @param records what Winnow itself keeps of customers
 */
public record Schema(
    SequencedMap<String, Field> fields, String title, SearchSettings search, Records records) {
  public Schema {
    fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
  }

  /** A schema without record fields. */
  public static Schema of(List<Field> fields, String title, SearchSettings search) {
    return of(fields, title, search, Records.NONE);
  }

  public static Schema of(
      List<Field> fields, String title, SearchSettings search, Records records) {
    SequencedMap<String, Field> byName = new LinkedHashMap<>();
    fields.forEach(field -> byName.put(field.name(), field));
    return new Schema(byName, title, search, records);
  }

  public Optional<Field> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  /** The facets, in display order. */
  public List<Field> facets() {
    return fields.values().stream().filter(Field::facet).toList();
  }

  /**
   * What {@code analysis.yml} says.
   *
   * @param synonyms groups of words that mean the same, all in lower case
   * @param weakWords words that weigh little in a name: legal forms and place names
   * @param tieBreakField a closed keyword facet whose earlier values win near-ties; may be empty
   */
  public record SearchSettings(
      List<List<String>> synonyms, List<String> weakWords, String tieBreakField) {
    public static final SearchSettings NONE = new SearchSettings(List.of(), List.of(), "");
  }

  /** The declared labels of a facet's values, by value; empty for fields without known values. */
  public Map<String, Label> valueLabels(Field field) {
    List<Field.KnownValue> known =
        switch (field) {
          case Field.Keyword keyword -> keyword.values();
          case Field.Tree tree -> tree.values();
          case Field.Text _, Field.Bool _, Field.Phone _, Field.Email _ -> List.of();
          case Field.Number _, Field.Money _, Field.Date _ -> List.of();
        };
    Map<String, Label> labels = new LinkedHashMap<>();
    known.forEach(value -> labels.put(value.value(), value.label()));
    return labels;
  }
}
