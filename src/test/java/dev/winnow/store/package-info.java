/** Tests of the durable tables, on real files and killed processes. */
@org.jspecify.annotations.NullMarked
package dev.winnow.store;
