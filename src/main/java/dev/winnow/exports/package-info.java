/** Lists out: the members of a segment at one point in time, page by page or as one stream. */
@org.jspecify.annotations.NullMarked
package dev.winnow.exports;
