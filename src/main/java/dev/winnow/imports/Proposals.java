package dev.winnow.imports;

import dev.winnow.mapping.ColumnMapping;
import dev.winnow.mapping.MappingProposer;
import dev.winnow.mapping.Proposal;
import dev.winnow.mapping.Proposal.Reason;
import dev.winnow.mapping.Proposal.Suggestion;
import dev.winnow.mapping.Proposal.Target;
import dev.winnow.tables.TableFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds mappings for tables. */
record Proposals(ImportServices services, SavedMappings mappings) {
  Proposed propose(Inspection seen, String fileName, TableFormat format, Joins joins) {
    Proposal found =
        new MappingProposer(services.schema())
            .propose(seen.profile(), format, fileName, joins.lookups());
    Optional<SavedMapping> saved = mappings.forColumns(seen.header());
    if (saved.isEmpty()) {
      return new Proposed(found, Optional.empty());
    }
    ColumnMapping mapping = mappings.mapping(saved.get().name()).withFormat(format);
    List<Suggestion> columns =
        found.columns().stream().map(column -> asSaved(column, mapping)).toList();
    return new Proposed(new Proposal(mapping, columns, List.of()), Optional.of(saved.get().name()));
  }

  private static Suggestion asSaved(Suggestion found, ColumnMapping mapping) {
    String target = Wording.target(mapping, found.column());
    if (target.isEmpty()) {
      return new Suggestion(found.column(), Optional.empty(), 1, Reason.SAVED, found.others());
    }
    int dot = target.indexOf('.');
    Target chosen =
        new Target(
            ColumnMapping.Rows.valueOf(target.substring(0, dot).toUpperCase(Locale.ROOT)),
            target.substring(dot + 1));
    return new Suggestion(found.column(), Optional.of(chosen), 1, Reason.SAVED, found.others());
  }
}
