package dev.winnow.engine;

import dev.winnow.customer.Customer;
import dev.winnow.customer.FieldValue;
import dev.winnow.customer.GradeOverride;
import dev.winnow.customer.Origin;
import dev.winnow.customer.Origins;
import java.util.Map;
import java.util.Optional;

/**
 * A customer as stored.
 *
 * @param customer as everyone sees it: what is searched, counted, shown and exported
 * @param given what sources say; what a patch changes
 * @param computed what the customer's activities add up to, by field
 * @param overrides the grades that persons gave, by facet; past ones among them
 * @param origins of the given values
 * @param archived by whom and when it was archived; empty when it is not
 * @param number stable, given on first insert, never given again
 * @param version the number of the write that made this state; grows with every write anywhere
 */
public record StoredCustomer(
    Customer customer,
    Customer given,
    Map<String, FieldValue> computed,
    Map<String, GradeOverride> overrides,
    Origins origins,
    Optional<Origin> archived,
    long number,
    long version) {}
