/** Tests of standing connections, against a PostgreSQL of their own. */
@org.jspecify.annotations.NullMarked
package dev.winnow.connections;
