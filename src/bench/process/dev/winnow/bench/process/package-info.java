/** What every engine running as a process of its own needs: reading commands and taking costs. */
@NullMarked
package dev.winnow.bench.process;

import org.jspecify.annotations.NullMarked;
