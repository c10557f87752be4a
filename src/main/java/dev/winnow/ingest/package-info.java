/** The write path: raw input in, receipts out. */
@org.jspecify.annotations.NullMarked
package dev.winnow.ingest;
