package dev.winnow.access;

import java.util.Set;

/** The fields that a caller may not see; they are left out of every answer. */
public record FieldMask(Set<String> hidden) {
  /** Hides nothing. */
  public static final FieldMask NONE = new FieldMask(Set.of());

  public FieldMask {
    hidden = Set.copyOf(hidden);
  }

  public boolean hides(String field) {
    return hidden.contains(field);
  }
}
