package dev.winnow.lucene;

import dev.winnow.customer.Customer;
import java.util.Optional;

/**
 * A state that the index is to be brought to.
 *
 * @param isNew the index holds no document of the customer, so none has to be looked for to be
 *     replaced
 * @param customer the fields of the state where they are at hand, to spare decoding them
 */
record StateChange(CustomerState state, boolean isNew, Optional<Customer> customer) {}
