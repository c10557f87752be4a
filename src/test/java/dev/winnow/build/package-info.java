/** Checks of the build itself: formatting, architecture, translations. */
@org.jspecify.annotations.NullMarked
package dev.winnow.build;
