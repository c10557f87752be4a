package dev.winnow.mapping;

import dev.winnow.mapping.ColumnMapping.Column;
import dev.winnow.mapping.ColumnMapping.IdRule;
import dev.winnow.mapping.ColumnMapping.Part;
import dev.winnow.mapping.ColumnMapping.Repeats;
import dev.winnow.mapping.ColumnMapping.RowTest;
import dev.winnow.mapping.ColumnMapping.Rows;
import dev.winnow.mapping.ColumnMapping.Test;
import dev.winnow.mapping.FieldRule.Cells;
import dev.winnow.mapping.Matched.Found;
import dev.winnow.mapping.Proposal.Question;
import dev.winnow.schema.Field;
import dev.winnow.schema.Label;
import dev.winnow.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Proposes what a table says of purchases, contacts or feedback. */
final class ActivityPart {
  private static final Rows C = Rows.CUSTOMERS;
  private static final String CUSTOMER = "customer";
  private static final Label WHO = new Label("who the customer is", "客户是谁");
  private static final Label WHEN = new Label("when it happened", "发生的时间");
  private static final Label HOW_MUCH = new Label("how much was paid", "金额是多少");
  private static final Label NO_AMOUNT = new Label("Import without amounts", "不带金额导入");

  private final Rows rows;
  private final Matched matched;
  private final RuleDraft draft;
  private final List<Question> questions;

  ActivityPart(Rows rows, Matched matched, RuleDraft draft, List<Question> questions) {
    this.rows = rows;
    this.matched = matched;
    this.draft = draft;
    this.questions = questions;
  }

  /**
   * How rows say whose they are.
   *
   * @param id of the customer
   * @param skip rows without one
   */
  record Link(IdRule id, List<RowTest> skip) {}

  /** Whose the rows are; empty when no column says. */
  Optional<Link> customer() {
    return who().map(this::link);
  }

  private Optional<Found> who() {
    return Stream.of("id", "code", "email", "name", "phone")
        .flatMap(key -> matched.get(C, key).stream())
        .findFirst();
  }

  private Link link(Found found) {
    ColumnClues clues = matched.clues(found);
    IdRule id = new IdRule(List.of(draft.column(found)), "", IdRule.JOIN, clues.isNumberedCode());
    if (clues.isFull()) {
      return new Link(id, List.of());
    }
    List<String> texts = new ArrayList<>(List.of(""));
    texts.addAll(new TreeSet<>(clues.profile().nulls()));
    return new Link(id, List.of(new RowTest(draft.column(found), Test.IS, texts)));
  }

  /** The part; without a customer or a time where no column has them, which is asked. */
  Part part() {
    Schema schema = ActivityRows.schema(rows).orElseThrow();
    List<FieldRule> fields = new ArrayList<>();
    Optional<Found> who = who();
    who.ifPresent(found -> fields.add(customerRule(schema, found)));
    if (who.isEmpty()) {
      questions.add(Questions.missing(WHO, free(ColumnClues::couldTellApart)));
    }
    who.ifPresent(this::askWhich);
    for (Field field : schema.fields().values()) {
      if (!field.name().equals(CUSTOMER)) {
        rule(field).ifPresent(fields::add);
      }
    }
    if (!matched.hasAny(rows, "time", "time.return")) {
      questions.add(Questions.missing(WHEN, free(ColumnClues::isDate)));
    }
    List<RowTest> skip = new ArrayList<>(customer().map(Link::skip).orElse(List.of()));
    List<RowTest> returns = new ArrayList<>();
    if (rows == Rows.PURCHASES) {
      if (fields.stream().noneMatch(rule -> rule.field().name().equals("amount"))) {
        questions.add(Questions.missingPerhaps(HOW_MUCH, free(ColumnClues::isNumber), NO_AMOUNT));
      }
      skip.addAll(PurchaseSigns.cancelled(matched, draft));
      returns.addAll(PurchaseSigns.returned(matched, draft));
    }
    return new Part(rows, id(), Repeats.UPDATE, fields, List.of(), skip, returns);
  }

  private FieldRule customerRule(Schema schema, Found who) {
    FieldRule rule =
        FieldRule.of(
            schema.field(CUSTOMER).orElseThrow(),
            new Cells(List.of(draft.column(who)), Optional.empty()));
    return matched.clues(who).isNumberedCode() ? rule.withNumber() : rule;
  }

  /** Another column could as well be the customer. */
  private void askWhich(Found who) {
    List<String> equal = new ArrayList<>(List.of(draft.column(who).name()));
    for (int i = 0; i < matched.columns().size(); i++) {
      int place = i;
      boolean free = matched.found().stream().noneMatch(found -> found.column() == place);
      boolean like =
          matched.candidates().get(i).stream()
              .anyMatch(found -> found.is(C, "id") && found.score() >= who.score());
      if (free && like) {
        equal.add(matched.columns().get(i).profile().name());
      }
    }
    if (equal.size() > 1) {
      questions.add(Questions.which(equal.getFirst(), WHO, equal));
    }
  }

  private Optional<FieldRule> rule(Field field) {
    Optional<Found> found =
        switch (field.name()) {
          case "time" -> matched.get(rows, "time").or(() -> matched.get(rows, "time.return"));
          case "product" -> matched.get(rows, "product").or(() -> matched.get(rows, "product.id"));
          default -> matched.get(rows, field.name());
        };
    if (rows == Rows.PURCHASES
        && (field.name().equals("amount") || field.name().equals("quantity"))) {
      return new PurchaseNumbers(matched, draft).rule(field);
    }
    return found.map(each -> draft.rule(field, List.of(each), Optional.empty()));
  }

  private IdRule id() {
    Optional<Found> own = matched.get(rows, "id").filter(found -> matched.clues(found).isUnique());
    Optional<Found> order = matched.get(rows, "order");
    Optional<Found> line = matched.get(rows, "order.line");
    if (own.isPresent()) {
      return rule(own.get(), List.of());
    }
    if (order.isEmpty()) {
      return new IdRule(List.of(new Column(Column.ROW_NUMBER)), "", IdRule.JOIN, false);
    }
    if (matched.clues(order.get()).isUnique()) {
      return rule(order.get(), List.of());
    }
    return rule(
        order.get(), List.of(line.map(draft::column).orElse(new Column(Column.ROW_NUMBER))));
  }

  private IdRule rule(Found first, List<Column> more) {
    return new IdRule(
        Stream.concat(Stream.of(draft.column(first)), more.stream()).toList(),
        "",
        IdRule.JOIN,
        matched.clues(first).isNumberedCode());
  }

  private List<String> free(Predicate<ColumnClues> fits) {
    List<String> free = new ArrayList<>();
    for (int i = 0; i < matched.columns().size(); i++) {
      int place = i;
      if (fits.test(matched.columns().get(i))
          && matched.found().stream().noneMatch(found -> found.column() == place)) {
        free.add(matched.columns().get(i).profile().name());
      }
    }
    return free;
  }
}
