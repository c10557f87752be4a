/**
 * Lucene's monitor as a process: saved segments as stored queries, changed customers as documents.
 */
@NullMarked
package dev.winnow.bench.monitor;

import org.jspecify.annotations.NullMarked;
