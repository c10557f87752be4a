package dev.winnow.mapping;

import dev.winnow.mapping.ColumnMapping.Column;
import dev.winnow.mapping.ColumnMapping.IdRule;
import dev.winnow.mapping.ColumnMapping.Part;
import dev.winnow.mapping.ColumnMapping.Repeats;
import dev.winnow.mapping.ColumnMapping.Rows;
import dev.winnow.mapping.Matched.Found;
import dev.winnow.mapping.Proposal.Question;
import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Proposes what a table says of customers. */
final class CustomerPart {
  private static final Rows C = Rows.CUSTOMERS;
  private static final double CERTAIN = 0.8;
  private static final double HALF = 0.5;

  /** Of which part a value of a field begins, from the top of a tree or the front of a text. */
  private static final Map<String, List<String>> ORDER =
      Map.of(
          "region", List.of("country", "province", "", "city", "district"),
          "industry", List.of("", "2"),
          "address", List.of("", "2", "postcode"),
          "phone", List.of("", "fax"));

  /** What is counted from activities, or belongs to one of them rather than to the customer. */
  private static final Set<String> OF_ACTIVITIES =
      Set.of(
          "total_spend",
          "order_count",
          "average_order",
          "first_purchase",
          "last_purchase",
          "spend_12m",
          "customer_since",
          "product_preference",
          "lifecycle",
          "channel",
          "tags",
          "feedback",
          "open_complaints",
          "value_tier",
          "spending_power",
          "purchase_behaviour",
          "key_account");

  /** Columns that count the rows of a file. */
  private static final Set<String> COUNTERS =
      Set.of("index", "row", "rowno", "rownumber", "lfdnr", "序号", "行号", "unnamed0");

  private final Schema schema;
  private final Matched matched;
  private final RuleDraft draft;
  private final List<Question> questions;
  private final CustomerNames names;

  CustomerPart(Schema schema, Matched matched, RuleDraft draft, List<Question> questions) {
    this.schema = schema;
    this.matched = matched;
    this.draft = draft;
    this.questions = questions;
    this.names = new CustomerNames(matched, draft);
  }

  /** Whether a field of customers is told by what they did, and not by a column beside it. */
  static boolean isOfActivities(String field) {
    return OF_ACTIVITIES.contains(field);
  }

  /** Rows that are customers. */
  Part alone() {
    Optional<Found> id = id();
    List<FieldRule> fields = new ArrayList<>();
    for (Field field : schema.fields().values()) {
      rule(field, true)
          .or(
              () ->
                  field.name().equals("code")
                      ? id.flatMap(found -> code(field, found))
                      : Optional.empty())
          .ifPresent(fields::add);
    }
    if (id.isEmpty()) {
      questions.add(Questions.id(List.of(Column.ROW_NUMBER)));
    }
    IdRule rule =
        id.map(found -> new IdRule(List.of(draft.column(found)), "", IdRule.JOIN, isCode(found)))
            .orElse(new IdRule(List.of(new Column(Column.ROW_NUMBER)), "", IdRule.JOIN, false));
    return new Part(C, rule, fields);
  }

  /** Customers told from the rows of what they did. */
  Part derived(ActivityPart.Link link) {
    List<FieldRule> fields = new ArrayList<>();
    for (Field field : schema.fields().values()) {
      if (!isOfActivities(field.name()) && !field.name().equals("code")) {
        rule(field, false).ifPresent(fields::add);
      }
    }
    return new Part(C, link.id(), Repeats.UPDATE, fields, List.of(), link.skip(), List.of());
  }

  /**
   * @param alone whether rows are customers and nothing else, so that their texts are about them
   */
  private Optional<FieldRule> rule(Field field, boolean alone) {
    if (field.name().equals(schema.title())) {
      return Optional.of(names.title(field, alone));
    }
    return switch (field.name()) {
      case "contact" -> names.contact(field);
      case "short_name" -> plain(field).or(() -> names.shorter(field));
      case "customer_type" -> plain(field).or(() -> names.type(field));
      default -> plain(field);
    };
  }

  private Optional<FieldRule> plain(Field field) {
    List<Found> found = new ArrayList<>();
    for (String part : ORDER.getOrDefault(field.name(), List.of(""))) {
      found.addAll(matched.all(C, part.isEmpty() ? field.name() : field.name() + "." + part));
    }
    if (field.name().equals("region")) {
      found = RegionLevels.fitting(found, field, matched);
    }
    boolean onlyRest =
        field.name().equals("address")
            && found.stream().allMatch(each -> each.concept().isPart("postcode"));
    if (found.isEmpty() || onlyRest) {
      return Optional.empty();
    }
    return Optional.of(draft.rule(field, found, join(field, found.size())));
  }

  private static Optional<String> join(Field field, int columns) {
    if (columns == 1 || field.multi()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (field) {
          case Field.Tree _ -> String.valueOf(Field.Tree.SEPARATOR);
          case Field.Text _ -> ", ";
          case Field.Keyword _, Field.Bool _, Field.Phone _, Field.Email _, Field.Ordered _ -> " ";
        });
  }

  /** The customer's id is looked up as its code, too, unless there is another. */
  private Optional<FieldRule> code(Field field, Found id) {
    return id.concept().is("name") || id.concept().is("email")
        ? Optional.empty()
        : Optional.of(draft.rule(field, List.of(id), Optional.empty()));
  }

  private boolean isCode(Found found) {
    return matched.clues(found).isNumberedCode();
  }

  /** The column that tells customers apart: by its name, or by its values. */
  private Optional<Found> id() {
    Optional<Found> named = matched.get(C, "id");
    if (named.filter(this::tellsApart).isPresent()) {
      named
          .filter(found -> matched.clues(found).variety() < HALF)
          .ifPresent(
              found ->
                  questions.add(
                      Questions.id(List.of(draft.column(found).name(), Column.ROW_NUMBER))));
      return named;
    }
    return matched
        .get(C, "code")
        .filter(this::isUnique)
        .or(this::anyCode)
        .or(() -> matched.get(C, "email").filter(this::isUnique))
        .or(() -> matched.get(C, "name").filter(this::isUnique));
  }

  /** By its name for certain, or by a likely name and its values. */
  private boolean tellsApart(Found named) {
    return named.score() >= CERTAIN || isUnique(named) || matched.clues(named).mayBeUnique();
  }

  private boolean isUnique(Found found) {
    return matched.clues(found).isUnique();
  }

  /** The first column of codes that all differ and that is nothing else. */
  private Optional<Found> anyCode() {
    for (int i = 0; i < matched.columns().size(); i++) {
      ColumnClues clues = matched.columns().get(i);
      int place = i;
      boolean free = matched.found().stream().noneMatch(found -> found.column() == place);
      boolean counter = COUNTERS.contains(clues.name().compact());
      if (free && !counter && clues.isUnique() && clues.looksLikeCode()) {
        Concept id = new Concept(Proposal.Target.ID, "", List.of());
        return Optional.of(new Found(i, C, id, HALF, Proposal.Reason.CONTENT));
      }
    }
    return Optional.empty();
  }
}
