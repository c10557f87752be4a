/** Who may do and see what: callers with their roles, API keys, sessions, and what is hidden. */
@org.jspecify.annotations.NullMarked
package dev.winnow.access;
