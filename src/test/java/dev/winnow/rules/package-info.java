/** Tests of rules from draft to grade. */
@org.jspecify.annotations.NullMarked
package dev.winnow.rules;
