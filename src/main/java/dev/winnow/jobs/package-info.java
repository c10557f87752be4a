/**
 * Work that goes on in the background: what runs, how far it is, and what begins with a new day.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.jobs;
