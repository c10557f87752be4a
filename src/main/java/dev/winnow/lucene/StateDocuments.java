package dev.winnow.lucene;

import java.util.Optional;
import org.apache.lucene.document.Document;

/**
 * How states are laid out as Lucene documents. Each has the fields named in {@link StoredState},
 * and what is needed to find it by what it holds.
 */
interface StateDocuments<T> {
  /**
   * The document of a state that is not deleted.
   *
   * @param content of the state; decoded from its source when empty
   */
  Document document(StoredState state, Optional<T> content);
}
