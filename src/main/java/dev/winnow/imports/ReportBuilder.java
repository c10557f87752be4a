package dev.winnow.imports;

import dev.winnow.imports.Decision.Judged;
import dev.winnow.imports.Item.CustomerItem;
import dev.winnow.imports.Report.Added;
import dev.winnow.imports.Report.Changed;
import dev.winnow.imports.Report.Column;
import dev.winnow.imports.Report.Duplicate;
import dev.winnow.imports.Report.Guard;
import dev.winnow.imports.Report.Kinds;
import dev.winnow.imports.Report.Like;
import dev.winnow.imports.Report.Rejected;
import dev.winnow.imports.Report.Samples;
import dev.winnow.imports.Report.Unknown;
import dev.winnow.mapping.ColumnMapping;
import dev.winnow.problem.Fault;
import dev.winnow.tables.ColumnProfile;
import dev.winnow.tables.TableProfile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Gathers what an import would do. Of one thread; its size does not depend on the table's. */
final class ReportBuilder {
  private static final int SAMPLES = 100;
  private static final int CELLS = 50;
  private static final int LONGEST = 200;

  private final Wording wording;
  private final Tallying tally = new Tallying(Counts.NONE);
  private final Map<String, Troubles> troubles = new LinkedHashMap<>();
  private final List<Added> added = new ArrayList<>();
  private final List<Changed> changed = new ArrayList<>();
  private final List<Duplicate> duplicate = new ArrayList<>();
  private final List<Rejected> rejected = new ArrayList<>();

  ReportBuilder(Wording wording) {
    this.wording = wording;
  }

  void read() {
    tally.read();
  }

  void duplicate(ReadRow row, String id, List<Like> of) {
    tally.duplicate();
    if (duplicate.size() < SAMPLES) {
      duplicate.add(new Duplicate(row.row().number(), id, of));
    }
  }

  void rejected(ReadRow row, List<Fault> faults) {
    tally.rejected();
    for (Fault fault : faults) {
      String column = fault.pointer().split(", ", 2)[0];
      troubles.computeIfAbsent(column, _ -> new Troubles()).add(row.row().number(), fault);
    }
    if (rejected.size() < SAMPLES) {
      rejected.add(
          new Rejected(
              row.row().number(),
              row.row().cells().stream().limit(CELLS).map(ReportBuilder::brief).toList(),
              faults.stream().map(Fault::toString).map(ReportBuilder::brief).toList()));
    }
  }

  private static String brief(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  <T> void judged(Judged<T> judged) {
    Item item = judged.step().item();
    long row = judged.step().row().row().number();
    switch (judged.outcome()) {
      case ADDED -> {
        if (added.size() < SAMPLES) {
          added.add(new Added(row, item.rows().word(), item.id(), wording.name(item)));
        }
      }
      case CHANGED -> {
        if (changed.size() < SAMPLES) {
          changed.add(
              new Changed(
                  row,
                  item.rows().word(),
                  item.id(),
                  wording.name(item),
                  wording.changes(judged.from(), judged.to())));
        }
      }
      case UNCHANGED, SKIPPED -> {
        if (item instanceof CustomerItem customer && customer.derived()) {
          return;
        }
      }
    }
    tally.outcome(item.rows(), judged.outcome());
  }

  Counts counts() {
    return tally.counts();
  }

  /** The report on a table. */
  Report report(
      TableProfile profile, ColumnMapping mapping, List<Unknown> unknown, Optional<Guard> guard) {
    Counts counts = tally.counts();
    List<Column> columns = new ArrayList<>();
    profile.columns().forEach(column -> columns.add(column(column, mapping)));
    troubles.forEach(
        (name, found) -> {
          if (columns.stream().noneMatch(column -> column.column().equals(name))) {
            columns.add(new Column(name, "", 0, OptionalLong.empty(), List.of(), found.list()));
          }
        });
    return new Report(
        counts.read(),
        new Kinds(
            counts.added(),
            counts.changed(),
            counts.unchanged(),
            counts.duplicates(),
            counts.rejected(),
            counts.skipped(),
            guard.map(Guard::archives).orElse(0L)),
        columns,
        new Samples(added, changed, duplicate, rejected),
        unknown,
        guard);
  }

  private Column column(ColumnProfile profile, ColumnMapping mapping) {
    Troubles found = troubles.get(profile.name());
    return new Column(
        profile.name(),
        Wording.target(mapping, profile.name()),
        profile.filled(),
        profile.distinct() == ColumnProfile.MANY
            ? OptionalLong.empty()
            : OptionalLong.of(profile.distinct()),
        profile.examples(),
        found == null ? List.of() : found.list());
  }
}
