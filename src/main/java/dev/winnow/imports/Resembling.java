package dev.winnow.imports;

import dev.winnow.customer.Customer;
import dev.winnow.duplicates.Match;
import dev.winnow.engine.StoredCustomer;
import dev.winnow.imports.Decision.Judged;
import dev.winnow.imports.Report.Like;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells of rows that would add a customer who seems to be there already, under another id. */
record Resembling(ImportServices services, Wording wording, ReportBuilder report) {
  /** Compares the customers that a batch would add with those that there are. */
  void look(List<Decision<Customer>> decisions) {
    List<ReadRow> rows = new ArrayList<>();
    List<Customer> fresh = new ArrayList<>();
    for (Decision<Customer> decision : decisions) {
      for (Judged<Customer> judged : decision.rows()) {
        if (judged.outcome() == Outcome.ADDED) {
          rows.add(judged.step().row());
          fresh.add(judged.to().orElseThrow());
        }
      }
    }
    if (fresh.isEmpty()) {
      return;
    }
    List<List<Match>> matches = services.duplicates().lookalikes().of(fresh);
    for (int i = 0; i < fresh.size(); i++) {
      List<Like> likes = matches.get(i).stream().flatMap(match -> like(match).stream()).toList();
      if (!likes.isEmpty()) {
        report.duplicate(rows.get(i), fresh.get(i).id(), likes);
      }
    }
  }

  /** Empty for a customer who is gone meanwhile. */
  private Optional<Like> like(Match match) {
    return services
        .engine()
        .get(match.id())
        .map(StoredCustomer::customer)
        .map(
            customer ->
                new Like(
                    match.id(),
                    wording.name(customer),
                    Math.round(match.score() * 1000) / 1000.0,
                    match.reasons().stream()
                        .filter(reason -> reason.weight() > 0)
                        .map(reason -> reason.code().text())
                        .distinct()
                        .toList()));
  }
}
