/** Tests of {@code dev.winnow.ingest}. */
@org.jspecify.annotations.NullMarked
package dev.winnow.ingest;
