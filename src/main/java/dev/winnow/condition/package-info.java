/** The language of questions: conditions, how they are read, checked, resolved and worded. */
@org.jspecify.annotations.NullMarked
package dev.winnow.condition;
