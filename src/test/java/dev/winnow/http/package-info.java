/** Tests of {@code dev.winnow.http}. */
@org.jspecify.annotations.NullMarked
package dev.winnow.http;
