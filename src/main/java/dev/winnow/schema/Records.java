package dev.winnow.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What Winnow itself records of every customer: the fields it fills, and the fields whose values it
 * misses when they are absent.
 *
 * @param kinds by field; each kind once at most
 * @param wanted the fields that count for completeness, in the order of their declaration
 */
public record Records(Map<String, Kind> kinds, List<Wanted> wanted) {
  public static final Records NONE = new Records(Map.of(), List.of());

  public Records {
    kinds = Collections.unmodifiableMap(new LinkedHashMap<>(kinds));
    wanted = List.copyOf(wanted);
  }

  /** What a record field says. */
  public enum Kind {
    /** How many per cent of the wanted fields have a value; a whole number. */
    COMPLETENESS("completeness"),
    /** The day of the newest given value. */
    UPDATED("updated"),
    /** The sources of the given values. */
    SOURCES("sources"),
    /** The day since which the customer is archived. */
    ARCHIVED("archived");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** As it is written in {@code fields.yml}. */
    public String word() {
      return word;
    }
  }

  /**
   * A field that a customer should have a value of.
   *
   * @param by a keyword field that says which customers; empty for all
   * @param values the values of that field; customers with none of them need none of this
   */
  public record Wanted(String field, String by, Set<String> values) {
    public Wanted {
      values = Set.copyOf(values);
    }
  }

  /** The field of a kind, when there is one. */
  public Optional<String> field(Kind kind) {
    return kinds.entrySet().stream()
        .filter(entry -> entry.getValue() == kind)
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
