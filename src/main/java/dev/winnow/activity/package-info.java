/** What happened with customers, and what it adds up to; pure functions. */
@org.jspecify.annotations.NullMarked
package dev.winnow.activity;
