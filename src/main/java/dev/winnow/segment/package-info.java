/** Saved questions: segments with their names, folders and every version they ever had. */
@org.jspecify.annotations.NullMarked
package dev.winnow.segment;
