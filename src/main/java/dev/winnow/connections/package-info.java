/** Standing connections: queries of other databases, read again and again on a schedule. */
@org.jspecify.annotations.NullMarked
package dev.winnow.connections;
