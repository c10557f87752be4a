/** Made-up customers that look real: for a first look at Winnow, for tests and for measuring. */
@org.jspecify.annotations.NullMarked
package dev.winnow.imports.sample;
