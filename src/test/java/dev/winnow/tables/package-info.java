/** Tables in: mapping, rows, reports. */
@org.jspecify.annotations.NullMarked
package dev.winnow.tables;
