/** The fields of a customer, as the company configures them. */
@org.jspecify.annotations.NullMarked
package dev.winnow.schema;
