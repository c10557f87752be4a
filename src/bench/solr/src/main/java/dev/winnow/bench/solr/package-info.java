/** Solr as a process: one core in a folder of its own, asked without a transport in between. */
@NullMarked
package dev.winnow.bench.solr;

import org.jspecify.annotations.NullMarked;
