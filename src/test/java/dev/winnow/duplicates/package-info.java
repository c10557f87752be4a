/** Tests of finding and merging duplicates. */
@org.jspecify.annotations.NullMarked
package dev.winnow.duplicates;
