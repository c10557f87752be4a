/** Files and databases as rows of text: how each is written is found out, then read as a stream. */
@org.jspecify.annotations.NullMarked
package dev.winnow.tables;
