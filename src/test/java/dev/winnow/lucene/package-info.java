/** Keyword lookup and the engine, over real folders with many small leaves. */
@org.jspecify.annotations.NullMarked
package dev.winnow.lucene;
