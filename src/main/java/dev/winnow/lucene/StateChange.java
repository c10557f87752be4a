package dev.winnow.lucene;

import java.util.Optional;

/**
 * A state that an index is to be brought to.
 *
 * @param isNew the index holds no document of the id, so none has to be looked for to be replaced
 * @param content of the state where it is at hand, to spare decoding it
 * @param before whom it concerned before: the id of the customer from whom an activity is taken;
 *     empty when there is none
 */
record StateChange<T>(StoredState state, boolean isNew, Optional<T> content, String before) {}
