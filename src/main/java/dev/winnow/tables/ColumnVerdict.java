package dev.winnow.tables;

import dev.winnow.tables.ColumnProfile.Content;
import dev.winnow.tables.ColumnProfile.Dates;
import dev.winnow.tables.ColumnProfile.Empty;
import dev.winnow.tables.ColumnProfile.Form;
import dev.winnow.tables.ColumnProfile.Like;
import dev.winnow.tables.ColumnProfile.Odd;
import dev.winnow.tables.ColumnProfile.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Decides from all of a column's cells what they are. */
final class ColumnVerdict {
  /** The share of the cells that have to be of a kind for the column to be it. */
  private static final double NEARLY_ALL = 0.9;

  /** The same where the name says so, too. */
  private static final double MOST = 0.6;

  private static final int TOP = 50;
  private static final int ODD = 10;
  private static final Set<String> NEVER_VALUES =
      Set.of("-", "—", "–", "——", "?", "??", ".", "..", "*", "/", "\\");

  private final ColumnEvidence column;
  private final List<String> nulls;
  private final long filled;

  ColumnVerdict(ColumnEvidence column) {
    this.column = column;
    this.nulls = nulls(column);
    this.filled =
        column.texts()
            - nulls.stream().mapToLong(text -> column.nulls().getOrDefault(text, 0L)).sum();
  }

  /**
   * Texts that mean "no value". Some are real values in certain columns: 无 beside 有, NA among the
   * codes of countries, or what most of the cells say.
   */
  private static List<String> nulls(ColumnEvidence column) {
    long real = column.texts() - column.of(Kinds.NULL | Kinds.MAYBE_NULL);
    List<String> nulls = new ArrayList<>();
    for (Map.Entry<String, Long> entry : column.nulls().entrySet()) {
      String text = entry.getKey();
      boolean certain = NEVER_VALUES.contains(text) || isCertain(text);
      boolean bulk = real > 0 && entry.getValue() > real;
      boolean answer = text.equals("无") && column.values().contains("有");
      boolean country = text.equals("NA") && isCountries(column);
      if (certain || !(bulk || answer || country)) {
        nulls.add(text);
      }
    }
    return nulls;
  }

  private static boolean isCertain(String text) {
    return Kinds.has(new Kinds(new DateScanner(), new NumberScanner()).of(text), Kinds.NULL);
  }

  private static boolean isCountries(ColumnEvidence column) {
    List<ColumnProfile.Count> top = column.values().top(TOP, text -> !text.equals("NA"));
    long codes = top.stream().filter(count -> count.value().matches("[A-Z]{2}")).count();
    return top.size() > 2 && codes * 10 >= top.size() * 9L;
  }

  /** Whether the day comes first in this column, where it is one of dates and says so. */
  Optional<Boolean> dayFirst() {
    OptionalInt order = column.dates().order();
    return share(Kinds.DATE) >= NEARLY_ALL && order.orElse(-1) >= 0
        ? Optional.of(order.getAsInt() == 1)
        : Optional.empty();
  }

  /** Whether the decimal mark in this column is a comma, where it is one of numbers and says so. */
  Optional<Boolean> decimalComma() {
    return share(Kinds.NUMBER) >= NEARLY_ALL && share(Kinds.DATE) < NEARLY_ALL
        ? column.numbers().decimalComma()
        : Optional.empty();
  }

  /** The result, given how the table's other columns are written. */
  ColumnProfile profile(TableHabits habits) {
    Content content = content(habits);
    List<Odd> odd = new ArrayList<>(column.unreadable());
    odd.addAll(odd(content));
    return new ColumnProfile(
        column.name(),
        column.rows(),
        filled,
        column.values().distinct(this::isReal),
        nulls,
        column.values().examples(this::isReal),
        column.values().top(TOP, this::isReal),
        content,
        odd.stream().distinct().sorted(Comparator.comparingLong(Odd::row)).limit(ODD).toList());
  }

  private boolean isReal(String text) {
    return !nulls.contains(text);
  }

  private double share(int kinds) {
    return filled == 0 ? 0 : (double) column.of(kinds) / filled;
  }

  private Content content(TableHabits habits) {
    if (filled == 0) {
      return new Empty();
    }
    if (share(Kinds.EMAIL) >= NEARLY_ALL) {
      return new Like(Form.EMAIL);
    }
    if (share(Kinds.URL) >= NEARLY_ALL) {
      return new Like(Form.URL);
    }
    if (isDates()) {
      long serials = share(Kinds.DATE) >= NEARLY_ALL ? 0 : column.numbers().serials();
      return column.dates().content(TableHabits.common(habits.dayFirst()), serials);
    }
    if (column.of(Kinds.YES_NO) >= filled && column.values().distinct(this::isReal) <= 4) {
      return new Like(Form.YES_NO);
    }
    boolean phone = NameHints.phone(column.name());
    if (share(Kinds.PHONE) >= (phone ? MOST : NEARLY_ALL)
        && (phone || column.clearPhones() * 2 >= filled)) {
      return new Like(Form.PHONE);
    }
    if (share(Kinds.NUMBER) + (double) column.zeroCodes() / filled >= NEARLY_ALL) {
      boolean codes = column.zeroCodes() > 0 && !column.numbers().hasFractions();
      return codes || share(Kinds.NUMBER) < NEARLY_ALL
          ? new Like(Form.CODE)
          : column
              .numbers()
              .content(NameHints.id(column.name()), TableHabits.common(habits.decimalCommas()));
    }
    return isCode() ? new Like(Form.CODE) : new Words();
  }

  private boolean isDates() {
    if (share(Kinds.DATE) >= NEARLY_ALL) {
      return true;
    }
    double serials = filled == 0 ? 0 : (double) column.numbers().serials() / filled;
    boolean beside = column.only(Kinds.DATE, Kinds.NUMBER) > 0 || NameHints.date(column.name());
    return serials > 0 && beside && serials + share(Kinds.DATE) >= NEARLY_ALL;
  }

  private boolean isCode() {
    if (share(Kinds.CODE | Kinds.NUMBER) < NEARLY_ALL
        || column.only(Kinds.CODE, Kinds.NUMBER) == 0) {
      return false;
    }
    long distinct = column.values().distinct(this::isReal);
    boolean unlike = distinct == ColumnProfile.MANY || distinct * 2 > filled;
    boolean named = NameHints.id(column.name());
    boolean same = column.codesHaveOneLength();
    return unlike ? named || same || hasFigures() : named && (same || hasFigures());
  }

  private boolean hasFigures() {
    List<ColumnProfile.Count> top = column.values().top(TOP, this::isReal);
    long withFigures =
        top.stream().filter(c -> c.value().chars().anyMatch(Character::isDigit)).count();
    return withFigures * 10 >= top.size() * 9L;
  }

  private List<Odd> odd(Content content) {
    int fits =
        switch (content) {
          case Empty _, Words _ -> -1;
          case ColumnProfile.Numbers _ -> Kinds.NUMBER;
          case Dates dates ->
              dates.patterns().contains(DateEvidence.EXCEL)
                  ? Kinds.DATE | Kinds.NUMBER
                  : Kinds.DATE;
          case Like(Form form) ->
              switch (form) {
                case EMAIL -> Kinds.EMAIL;
                case PHONE -> Kinds.PHONE;
                case URL -> Kinds.URL;
                case CODE -> Kinds.CODE | Kinds.NUMBER;
                case YES_NO -> Kinds.YES_NO;
              };
        };
    return fits < 0
        ? List.of()
        : column.without(fits).stream().filter(odd -> isReal(odd.cell())).toList();
  }
}
