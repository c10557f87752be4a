package dev.winnow.imports;

import dev.winnow.mapping.Proposal;
import java.util.Optional;

/**
 * A proposal for the columns of an import.
 *
 * @param saved name of the kept mapping that it is; empty when it was found anew
 */
public record Proposed(Proposal proposal, Optional<String> saved) {}
