package dev.winnow.lucene;

import dev.winnow.customer.CustomerLayers;
import java.util.Optional;

/**
 * A state that the index is to be brought to.
 *
 * @param isNew the index holds no document of the customer, so none has to be looked for to be
 *     replaced
 * @param layers what the state says where that is at hand, to spare decoding it
 */
record StateChange(CustomerState state, boolean isNew, Optional<CustomerLayers> layers) {}
