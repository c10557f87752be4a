/** Background work. */
@org.jspecify.annotations.NullMarked
package dev.winnow.jobs;
