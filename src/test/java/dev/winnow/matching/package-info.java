/** Tests of comparing customers. */
@org.jspecify.annotations.NullMarked
package dev.winnow.matching;
