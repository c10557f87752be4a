/**
 * Small durable tables for everything that is not a customer: segments, keys, sessions.
 *
 * <p>Not for customers, which live in the search index.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.store;
