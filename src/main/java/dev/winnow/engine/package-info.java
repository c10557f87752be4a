/** The port between the product and its search engine: questions and writes, as records. */
@org.jspecify.annotations.NullMarked
package dev.winnow.engine;
