/** Tests of the classification rules. */
@org.jspecify.annotations.NullMarked
package dev.winnow.classify;
