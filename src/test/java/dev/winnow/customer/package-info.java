/** Raw input in, customers out; and random customers for all other tests. */
@org.jspecify.annotations.NullMarked
package dev.winnow.customer;
