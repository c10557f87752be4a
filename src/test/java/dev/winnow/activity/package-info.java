/** Tests of activities and what they add up to. */
@org.jspecify.annotations.NullMarked
package dev.winnow.activity;
