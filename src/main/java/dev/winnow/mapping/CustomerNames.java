package dev.winnow.mapping;

import dev.winnow.mapping.ColumnMapping.Rows;
import dev.winnow.mapping.Matched.Found;
import dev.winnow.schema.Field;
import dev.winnow.tables.ColumnProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Proposes how customers are called: companies, persons, and persons of companies. */
final class CustomerNames {
  private static final Rows C = Rows.CUSTOMERS;
  private static final double HALF = 0.5;
  private static final double SOME = 0.2;

  /** Words in the name of a column that holds companies. */
  private static final Set<String> COMPANY =
      Set.of(
          "company",
          "firma",
          "firmenname",
          "account",
          "organisation",
          "organization",
          "business",
          "entreprise",
          "empresa",
          "societe",
          "公司",
          "单位",
          "企业",
          "往来单位",
          "客商",
          "security");

  private static final Set<String> PLAIN = Set.of("name", "名称", "名字");

  private final Matched matched;
  private final RuleDraft draft;

  CustomerNames(Matched matched, RuleDraft draft) {
    this.matched = matched;
    this.draft = draft;
  }

  /**
   * The name of a customer; the id where the table has none.
   *
   * @param alone whether a column of unknown texts may be taken for it
   */
  FieldRule title(Field field, boolean alone) {
    List<Found> person = person();
    Optional<Found> whole = matched.get(C, field.name());
    if (whole.isPresent() && (person.isEmpty() || isFuller(whole.get(), person))) {
      List<Found> names = Stream.concat(whole.stream(), matched.all(C, "name.2").stream()).toList();
      return draft.rule(field, names, names.size() > 1 ? Optional.of(" ") : Optional.empty());
    }
    if (!person.isEmpty()) {
      return draft.rule(field, person, joined(person));
    }
    return (alone ? likely() : Optional.<Found>empty())
        .map(found -> draft.rule(field, List.of(found), Optional.empty()))
        .orElseGet(() -> FieldRule.of(field, new FieldRule.OwnId()));
  }

  /** For want of a column that is called a name: the first whose texts tell the rows apart. */
  private Optional<Found> likely() {
    return free()
        .filter(
            place -> {
              ColumnClues clues = matched.columns().get(place);
              return clues.content() instanceof ColumnProfile.Words
                  && !clues.looksLikeCode()
                  && clues.variety() > HALF;
            })
        .mapToObj(place -> name(place, Proposal.Reason.CONTENT))
        .findFirst();
  }

  /** The columns that are taken for nothing. */
  private IntStream free() {
    return IntStream.range(0, matched.columns().size())
        .filter(place -> matched.found().stream().noneMatch(found -> found.column() == place));
  }

  private static Found name(int place, Proposal.Reason reason) {
    return new Found(place, C, new Concept("name", "", List.of()), HALF, reason);
  }

  /** The person to speak to. */
  Optional<FieldRule> contact(Field field) {
    Optional<Found> contact = matched.get(C, field.name());
    if (contact.isPresent()) {
      return Optional.of(draft.rule(field, List.of(contact.get()), Optional.empty()));
    }
    List<Found> person = person();
    Optional<Found> whole = matched.get(C, "name");
    return !person.isEmpty() && whole.isPresent() && isFuller(whole.get(), person)
        ? Optional.of(draft.rule(field, person, joined(person)))
        : Optional.empty();
  }

  /** A column that is merely called name, beside the one of the full name. */
  Optional<FieldRule> shorter(Field field) {
    return free()
        .filter(
            place -> {
              ColumnClues clues = matched.columns().get(place);
              return PLAIN.contains(clues.name().compact()) && clues.variety() > HALF;
            })
        .mapToObj(place -> name(place, Proposal.Reason.SYNONYM))
        .findFirst()
        .map(found -> draft.rule(field, List.of(found), Optional.empty()));
  }

  /** What all customers are, when the table is of one kind. */
  Optional<FieldRule> type(Field field) {
    Optional<Found> whole = matched.get(C, "name");
    boolean persons = !person().isEmpty();
    boolean companies =
        whole
            .map(matched::clues)
            .filter(clues -> isOfCompanies(clues) || clues.shareOfCompanies() >= SOME)
            .isPresent();
    String type =
        companies && !(persons && !isFuller(whole.orElseThrow(), person()))
            ? "enterprise"
            : persons ? "individual" : "";
    boolean known =
        field instanceof Field.Keyword keyword
            && keyword.values().stream().anyMatch(value -> value.value().equals(type));
    return known
        ? Optional.of(FieldRule.of(field, new FieldRule.Constant(type)))
        : Optional.empty();
  }

  private static boolean isOfCompanies(ColumnClues clues) {
    return clues.name().words().stream()
        .anyMatch(
            word ->
                COMPANY.contains(word)
                    || (HeaderWords.isHan(word.codePointAt(0))
                        && COMPANY.stream().anyMatch(word::contains)));
  }

  /** First and last name, the last one first in Chinese. */
  private List<Found> person() {
    List<Found> first = matched.all(C, "name.first");
    List<Found> last = matched.all(C, "name.last");
    if (first.isEmpty() || last.isEmpty()) {
      return Stream.concat(first.stream(), last.stream()).toList();
    }
    List<Found> both = new ArrayList<>(isChinese(last) ? last : first);
    both.addAll(isChinese(last) ? first : last);
    return both;
  }

  private Optional<String> joined(List<Found> person) {
    return person.size() < 2 ? Optional.empty() : Optional.of(isChinese(person) ? "" : " ");
  }

  private boolean isChinese(List<Found> found) {
    return found.stream()
        .flatMap(each -> matched.clues(each).values().stream())
        .findFirst()
        .filter(value -> value.codePoints().anyMatch(HeaderWords::isHan))
        .isPresent();
  }

  /** The name is the customer's, and not the company of some persons. */
  private boolean isFuller(Found name, List<Found> person) {
    long named = matched.clues(name).profile().filled();
    long rows = matched.clues(name).profile().rows();
    return named >= HALF * rows || named >= matched.clues(person.getFirst()).profile().filled();
  }
}
