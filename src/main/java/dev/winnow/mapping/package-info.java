/** How the columns of a table become the fields of customers and activities. */
@org.jspecify.annotations.NullMarked
package dev.winnow.mapping;
