/** Tests of segments, on real files with a clock that is set by hand. */
@org.jspecify.annotations.NullMarked
package dev.winnow.segment;
