/** Files in: rows of a table become customers through a column mapping. */
@org.jspecify.annotations.NullMarked
package dev.winnow.imports;
