package dev.winnow.engine;

import java.util.List;
import java.util.Map;

/**
 * A customer found.
 *
 * @param highlights what the keyword query matched, by field name
 */
public record Hit(StoredCustomer customer, Map<String, List<Highlight>> highlights) {
  /**
   * A matched stretch of text.
   *
   * @param value index of the value in a multi-valued field, else 0
   * @param start first UTF-16 offset
   * @param end offset behind the last
   */
  public record Highlight(int value, int start, int end) {}
}
