/**
 * The search engine: customers as Lucene documents, keyword lookup, and the evaluator of
 * conditions.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.lucene;
