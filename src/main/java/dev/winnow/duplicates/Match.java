package dev.winnow.duplicates;

import dev.winnow.matching.Reason;
import java.util.List;

/**
 * An existing customer that may be the one compared.
 *
 * @param id of the existing customer
 * @param score 0 to 1
 * @param reasons the weightiest first; left is the one compared, right the existing customer
 */
public record Match(String id, double score, List<Reason> reasons) {
  public Match {
    reasons = List.copyOf(reasons);
  }
}
