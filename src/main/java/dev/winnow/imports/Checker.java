package dev.winnow.imports;

import dev.winnow.customer.Customer;
import dev.winnow.engine.Progress;
import dev.winnow.imports.Decision.Step;
import dev.winnow.imports.Item.ActivityItem;
import dev.winnow.imports.Item.CustomerItem;
import dev.winnow.imports.Report.Guard;
import dev.winnow.mapping.ColumnMapping;
import dev.winnow.problem.Fault;
import dev.winnow.tables.RowSource;
import dev.winnow.tables.TableProfile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Goes through an import without writing anything, and reports what it would do. */
final class Checker {
  private static final int REMEMBERED = 50_000;

  private final ImportServices services;
  private final ImportRun run;
  private final ColumnMapping mapping;
  private final Live live;
  private final ReportBuilder report;
  private final LongSet seen = new LongSet();
  private final Resembling resembling;
  private final Decisions<Customer> customers;
  private final Decisions<?> activities;
  private long rows;

  Checker(ImportServices services, ImportRun run, ColumnMapping mapping, Live live) {
    this.services = services;
    this.run = run;
    this.mapping = mapping;
    this.live = live;
    Wording wording = new Wording(services.schema(), services.activities().codec());
    this.report = new ReportBuilder(wording);
    this.resembling = new Resembling(services, wording, report);
    Mode mode = run.plan().mode();
    this.customers = new Decisions<>(Sides.customers(services, mapping), mode, REMEMBERED);
    this.activities = new Decisions<>(new ActivitySide(services.activities()), mode, REMEMBERED);
  }

  /** The report; empty when somebody stopped the work. */
  Optional<Report> check(RowSource source, TableProfile profile, Progress progress) {
    UnknownTexts unknown = new UnknownTexts(services.schema());
    RowReader reader =
        new RowReader(
            services.schema(), mapping, source.header(), services.activities().reader(), unknown);
    try (ReadAhead batches = new ReadAhead(source, Runner.BATCH, reader)) {
      while (live.goesOn() && batches.hasNext()) {
        take(batches.next());
        live.at(rows, run.plan().rows(), report.counts());
        progress.at(rows, live.total());
      }
    }
    return live.goesOn()
        ? Optional.of(report.report(profile, mapping, unknown.list(), guard()))
        : Optional.empty();
  }

  /** Refuses a mirror that would archive suspiciously many. */
  void requireTrust(RowSource source, Progress progress) {
    RowReader reader =
        new RowReader(services.schema(), mapping, source.header(), services.activities().reader());
    Tallying tally = new Tallying(Counts.NONE);
    try (ReadAhead batches = new ReadAhead(source, Runner.BATCH, reader)) {
      while (live.goesOn() && batches.hasNext()) {
        for (ReadRow row : batches.next()) {
          tally.read();
          if (!row.faults().isEmpty()) {
            tally.rejected();
          }
          row.items().forEach(item -> seen.add(Runner.hash(item)));
        }
        progress.at(0, live.total());
      }
    }
    Mirror mirror = new Mirror(services, run.plan().source());
    mirror.requireTrust(run.plan(), mirror.guard(seen), tally.counts());
  }

  private Optional<Guard> guard() {
    return run.plan().mode() == Mode.MIRROR
        ? Optional.of(
            Mirror.after(new Mirror(services, run.plan().source()).guard(seen), report.counts()))
        : Optional.empty();
  }

  private void take(List<ReadRow> batch) {
    List<Step> people = new ArrayList<>();
    List<Step> events = new ArrayList<>();
    for (ReadRow row : batch) {
      rows++;
      report.read();
      List<Fault> faults = new ArrayList<>(row.faults());
      look(row, faults);
      if (!faults.isEmpty()) {
        report.rejected(row, faults);
        continue;
      }
      for (Item item : row.items()) {
        (item instanceof CustomerItem ? people : events).add(new Step(row, item));
      }
    }
    List<Decision<Customer>> decided =
        customers.decide(people).stream().map(this::unlessMerged).toList();
    decided.forEach(this::judge);
    resembling.look(decided);
    activities.decide(known(events)).forEach(this::judge);
  }

  /** A customer that has been merged into another is left alone. */
  private Decision<Customer> unlessMerged(Decision<Customer> decision) {
    boolean merged =
        decision.before().isEmpty() && services.duplicates().survivor(decision.id()).isPresent();
    return merged ? decision.skipped() : decision;
  }

  private <T> void judge(Decision<T> decision) {
    decision.rows().forEach(report::judged);
  }

  private void look(ReadRow row, List<Fault> faults) {
    for (Item item : row.items()) {
      boolean again = !seen.add(Runner.hash(item));
      boolean derived = item instanceof CustomerItem customer && customer.derived();
      if (again && !derived) {
        report.duplicate(row, item.id(), List.of());
        if (Sides.refusesRepeats(mapping, item)) {
          faults.add(Sides.repeated(item));
        }
      }
    }
  }

  /** The steps whose customers there are; the rows of the others would be refused. */
  private List<Step> known(List<Step> events) {
    if (services.activities().pipeline().createsCustomers()) {
      return events;
    }
    Set<String> ids = new HashSet<>();
    for (Step step : events) {
      String customer = ((ActivityItem) step.item()).activity().customer();
      if (!seen.contains(Runner.customerHash(customer))) {
        ids.add(customer);
      }
    }
    Set<String> unknown = ids.isEmpty() ? ids : services.activities().store().unknown(ids);
    List<Step> known = new ArrayList<>();
    for (Step step : events) {
      String customer = ((ActivityItem) step.item()).activity().customer();
      if (unknown.contains(customer)) {
        report.rejected(
            step.row(),
            List.of(Fault.at("", "There is no customer with the id " + customer + ".")));
      } else {
        known.add(step);
      }
    }
    return known;
  }
}
