package dev.winnow.mapping;

import java.util.List;

/**
 * Something that a column can be: a field, a part of one, or a thing that no field takes.
 *
 * @param field of the customers or of an activity; or "id"
 * @param part of it, such as first in name.first; empty for the whole
 * @param names what columns of it are called
 */
record Concept(String field, String part, List<Name> names) {
  /** The section of things that no field takes. */
  static final String OTHER = "other";

  Concept {
    names = List.copyOf(names);
  }

  /**
   * A name of columns, folded.
   *
   * @param compact without anything between the words
   * @param weak it means this only where nothing else does
   */
  record Name(List<String> words, String compact, boolean weak) {
    static Name of(String text) {
      boolean weak = text.endsWith("~");
      String name = weak ? text.substring(0, text.length() - 1) : text;
      return new Name(HeaderWords.of(name), HeaderWords.compact(name), weak);
    }
  }

  boolean isPart(String other) {
    return part.equals(other);
  }

  boolean is(String key) {
    return key.equals(part.isEmpty() ? field : field + "." + part);
  }
}
