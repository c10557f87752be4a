/** The web interface in a real browser, on a real service. */
@NullMarked
package dev.winnow.web;

import org.jspecify.annotations.NullMarked;
