/** The HTTP API: one table of routes, thin handlers for each resource, and the web pages' files. */
@org.jspecify.annotations.NullMarked
package dev.winnow.http;
