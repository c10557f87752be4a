package dev.winnow.mapping;

import java.util.List;

/**
 * A value of a table that is not among the known ones of its field.
 *
 * @param text as it stands in the table, and as a replacement for it is written in the mapping
 * @param count cells that hold it
 * @param nearest known values that could be meant, the likeliest first
 */
public record UnknownValue(String field, String text, long count, List<String> nearest) {
  public UnknownValue {
    nearest = List.copyOf(nearest);
  }
}
