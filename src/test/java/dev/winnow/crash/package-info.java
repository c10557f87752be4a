/** What survives when the process is killed. */
@org.jspecify.annotations.NullMarked
package dev.winnow.crash;
