/** The subject of everything: a customer, and how raw input becomes one. */
@org.jspecify.annotations.NullMarked
package dev.winnow.customer;
