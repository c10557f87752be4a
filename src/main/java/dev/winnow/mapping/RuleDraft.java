package dev.winnow.mapping;

import dev.winnow.customer.DatePattern;
import dev.winnow.mapping.ColumnMapping.Column;
import dev.winnow.mapping.FieldRule.Cells;
import dev.winnow.mapping.FieldRule.Unlisted;
import dev.winnow.mapping.Matched.Found;
import dev.winnow.mapping.Proposal.Question;
import dev.winnow.schema.Field;
import dev.winnow.schema.Scale;
import dev.winnow.tables.ColumnProfile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes rules of columns, written as their values are, and asks where that is open. */
final class RuleDraft {
  private static final List<String> SPLITS = List.of(";", "；", "|", "、", ",", "，", "/");
  private static final double OFTEN = 0.1;
  private static final Pattern NAME = Pattern.compile("\\p{Lu}\\p{Ll}+");
  private static final int THOUSANDTHS = 3;

  private final Matched matched;
  private final ContentMatch content;
  private final List<Question> questions;
  private final Set<String> asked = new HashSet<>();

  RuleDraft(Matched matched, ContentMatch content, List<Question> questions) {
    this.matched = matched;
    this.content = content;
    this.questions = questions;
  }

  Column column(Found found) {
    return new Column(matched.clues(found).profile().name());
  }

  /** A rule of one field from columns in their order, joined where the field takes one value. */
  FieldRule rule(Field field, List<Found> found, Optional<String> join) {
    List<Column> columns = found.stream().map(this::column).toList();
    FieldRule rule = FieldRule.of(field, new Cells(columns, join));
    rule = rule.withNulls(nulls(found));
    return switch (field) {
      case Field.Date _ -> dates(rule, found.getFirst());
      case Field.Number _, Field.Money _ -> number(rule, found);
      case Field.Keyword keyword -> keyword(rule, keyword, found);
      case Field.Tree tree -> tree(rule, tree, found);
      case Field.Phone _, Field.Email _ -> code(split(rule, found), found);
      case Field.Text _, Field.Bool _ -> rule;
    };
  }

  /** A rule that multiplies. */
  FieldRule product(Field field, List<Found> factors, Optional<Found> less) {
    List<Column> columns = factors.stream().map(this::column).toList();
    FieldRule rule =
        FieldRule.of(field, new FieldRule.Product(columns, less.map(this::column), false));
    return number(rule.withNulls(nulls(factors)), factors);
  }

  /** What means no value in the columns; Nan is a name among names. */
  private Set<String> nulls(List<Found> found) {
    Set<String> nulls = new HashSet<>();
    for (Found each : found) {
      boolean person = each.concept().isPart("first") || each.concept().isPart("last");
      matched.clues(each).profile().nulls().stream()
          .filter(text -> !person || !NAME.matcher(text).matches())
          .forEach(nulls::add);
    }
    return nulls;
  }

  private FieldRule dates(FieldRule rule, Found found) {
    ColumnClues clues = matched.clues(found);
    if (!(clues.content() instanceof ColumnProfile.Dates dates)) {
      return rule;
    }
    if (dates.balanced() && asked.add(clues.profile().name())) {
      questions.add(Questions.dateOrder(clues.profile(), dates.patterns()));
    }
    List<DatePattern> formats = new ArrayList<>();
    for (String pattern : dates.patterns()) {
      formats.add(DatePattern.of(pattern));
    }
    return rule.withDates(formats);
  }

  private FieldRule number(FieldRule rule, List<Found> found) {
    boolean comma = false;
    for (Found each : found) {
      ColumnClues clues = matched.clues(each);
      if (clues.content() instanceof ColumnProfile.Numbers numbers) {
        comma |=
            numbers.balanced()
                ? decimalComma(rule.field(), clues.profile(), numbers)
                : numbers.decimalComma();
      }
    }
    FieldRule counted =
        rule.origin() instanceof Cells && found.size() == 1
            ? rule.withUnit(HeaderWords.multiple(column(found.getFirst()).name()))
            : rule;
    return comma ? counted.withDecimalComma() : counted;
  }

  /**
   * Whether 90,000 is ninety. Money and whole numbers have no thousandths, so there the mark is
   * that of the thousands; elsewhere it is asked.
   */
  private boolean decimalComma(Field field, ColumnProfile profile, ColumnProfile.Numbers numbers) {
    boolean money =
        field instanceof Field.Ordered ordered
            && (Scale.decimals(ordered) < THOUSANDTHS || field.name().equals("amount"));
    if (!money) {
      if (asked.add(profile.name())) {
        questions.add(Questions.decimalMark(profile, numbers.decimalComma()));
      }
      return numbers.decimalComma();
    }
    return profile.examples().stream().noneMatch(text -> text.contains(","));
  }

  private FieldRule keyword(FieldRule rule, Field.Keyword field, List<Found> found) {
    FieldRule written = code(split(rule, found), found);
    Optional<ValueFinder> finder = content.finder(field);
    if (finder.isEmpty()) {
      return written;
    }
    if (field.closed()) {
      found.forEach(each -> unknown(field, finder.get(), matched.clues(each), rule));
    }
    boolean optional = field.closed() && !field.traits().required();
    return written.withUnlisted(optional ? Unlisted.KNOWN : Unlisted.FIND);
  }

  private void unknown(Field field, ValueFinder finder, ColumnClues clues, FieldRule rule) {
    List<UnknownValue> unknown = new ArrayList<>();
    for (ColumnProfile.Count count : clues.profile().top()) {
      String value = count.value();
      if (finder.find(value).isEmpty()
          && !rule.nulls().contains(value)
          && SPLITS.stream().noneMatch(value::contains)) {
        unknown.add(new UnknownValue(field.name(), value, count.count(), finder.nearest(value)));
      }
    }
    if (!unknown.isEmpty() && asked.add(clues.profile().name())) {
      questions.add(Questions.unknownValues(clues.profile().name(), field, unknown));
    }
  }

  private FieldRule tree(FieldRule rule, Field.Tree field, List<Found> found) {
    Optional<ValueFinder> finder = content.finder(field);
    if (finder.isEmpty()) {
      return rule;
    }
    Map<String, String> values = new LinkedHashMap<>();
    Found first = found.getFirst();
    boolean top = first.concept().isPart("country");
    for (ColumnProfile.Count count : matched.clues(first).profile().top()) {
      String value = count.value();
      List<String> meanings = finder.get().meanings(value);
      if (meanings.size() > 1 && finder.get().find(value).isEmpty()) {
        meanings.stream()
            .filter(meaning -> top == (meaning.indexOf(Field.Tree.SEPARATOR) < 0))
            .findFirst()
            .filter(_ -> found.size() == 1 || !top)
            .ifPresent(meaning -> values.put(value, meaning));
      }
    }
    return rule.withUnlisted(Unlisted.FIND).withValues(values);
  }

  private FieldRule code(FieldRule rule, List<Found> found) {
    return found.stream().anyMatch(each -> matched.clues(each).isNumberedCode())
        ? rule.withNumber()
        : rule;
  }

  private FieldRule split(FieldRule rule, List<Found> found) {
    if (!rule.field().multi()) {
      return rule;
    }
    List<String> values =
        found.stream().flatMap(each -> matched.clues(each).values().stream()).toList();
    return SPLITS.stream()
        .filter(mark -> rule.field() instanceof Field.Keyword || !mark.equals("/"))
        .filter(
            mark ->
                values.stream().filter(value -> value.contains(mark)).count()
                    > OFTEN * values.size())
        .findFirst()
        .map(rule::withSplit)
        .orElse(rule);
  }
}
