package dev.winnow.engine;

import dev.winnow.customer.Customer;

/**
 * A customer as stored.
 *
 * @param number stable, given on first insert, never given again
 * @param version the number of the write that made this state; grows with every write anywhere
 */
public record StoredCustomer(Customer customer, long number, long version) {}
