package dev.winnow.exports;

import dev.winnow.engine.StoredCustomer;
import java.util.List;
import java.util.Optional;

/**
 * A page of a {@link Pull}.
 *
 * @param next the cursor of the page behind it; empty on the last page
 */
public record Page(Pull pull, List<StoredCustomer> members, Optional<String> next) {
  public Page {
    members = List.copyOf(members);
  }
}
