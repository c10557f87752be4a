/** The configuration folder, right and wrong. */
@org.jspecify.annotations.NullMarked
package dev.winnow.schema;
