/** What tests of several packages share: a real server in a folder of its own. */
@org.jspecify.annotations.NullMarked
package dev.winnow;
