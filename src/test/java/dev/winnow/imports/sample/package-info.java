/** The made-up customers. */
@org.jspecify.annotations.NullMarked
package dev.winnow.imports.sample;
