package dev.winnow.mapping;

import dev.winnow.customer.DatePattern;
import dev.winnow.mapping.Proposal.Kind;
import dev.winnow.mapping.Proposal.Option;
import dev.winnow.mapping.Proposal.Question;
import dev.winnow.schema.Field;
import dev.winnow.schema.Label;
import dev.winnow.tables.ColumnProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is asked about a table, in the words of both languages. */
final class Questions {
  private static final int SHOWN = 10;

  /** The answer that no column and no other file has it. */
  private static final String NOWHERE = "#none";

  private Questions() {}

  static Question dateOrder(ColumnProfile column, List<String> patterns) {
    String example = column.examples().stream().findFirst().orElse("");
    List<Option> options = new ArrayList<>();
    for (String pattern : List.of(patterns.getFirst(), DateOrder.swap(patterns.getFirst()))) {
      boolean month = DateOrder.isMonthFirst(pattern);
      options.add(
          new Option(
              pattern,
              month ? new Label("Month first", "月在前") : new Label("Day first", "日在前"),
              DatePattern.of(pattern).day(example).map(Object::toString).orElse("")));
    }
    return new Question(
        column.name(),
        Kind.DATE_ORDER,
        new Label(
            "Is the day or the month first in \"%s\"? Every date could be read both ways."
                .formatted(column.name()),
            "“%s”中日与月谁在前？所有日期都可两读。".formatted(column.name())),
        options);
  }

  static Question decimalMark(ColumnProfile column, boolean comma) {
    String example = column.examples().stream().findFirst().orElse("");
    Option point = new Option("point", new Label("1,234.56", "1,234.56"), example);
    Option mark = new Option("comma", new Label("1.234,56", "1.234,56"), example);
    return new Question(
        column.name(),
        Kind.DECIMAL_MARK,
        new Label(
            "Is the comma or the point the decimal mark in \"%s\"?".formatted(column.name()),
            "“%s”中小数点是逗号还是句点？".formatted(column.name())),
        comma ? List.of(mark, point) : List.of(point, mark));
  }

  static Question unknownValues(String column, Field field, List<UnknownValue> unknown) {
    String texts =
        unknown.stream().limit(SHOWN).map(UnknownValue::text).collect(Collectors.joining(", "));
    return new Question(
        column,
        Kind.UNKNOWN_VALUES,
        new Label(
            "\"%s\" does not know these values of \"%s\": %s. What do they mean?"
                .formatted(field.label().en(), column, texts),
            "“%s”不认识“%s”中的这些值：%s。它们是什么意思？".formatted(field.label().zh(), column, texts)),
        unknown.stream()
            .flatMap(value -> value.nearest().stream())
            .distinct()
            .limit(SHOWN)
            .map(value -> new Option(value, new Label(value, value), ""))
            .toList());
  }

  static Question reference(Label thing) {
    return new Question(
        "",
        Kind.TARGET,
        new Label(
            ("This looks like a list of %s, not of customers or of what they did. It can be added to"
                    + " another file that mentions them. Import it nevertheless?")
                .formatted(thing.en()),
            "这看来是%s的列表，而不是客户或往来记录。可在导入提到它们的文件时添加。仍要导入吗？".formatted(thing.zh())),
        List.of(
            new Option("none", new Label("Leave it out", "略过"), ""),
            new Option("customers", new Label("These are customers", "这些是客户"), "")));
  }

  static Question missing(Label what, List<String> columns) {
    return ask(what, options(columns));
  }

  /** As {@link #missing}, of what rows may do without. */
  static Question missingPerhaps(Label what, List<String> columns, Label without) {
    List<Option> options = new ArrayList<>(options(columns));
    options.add(new Option(NOWHERE, without, ""));
    return ask(what, options);
  }

  private static Question ask(Label what, List<Option> options) {
    return new Question(
        "",
        Kind.TARGET,
        new Label(
            "No column says %s. Does another file? Then add it.".formatted(what.en()),
            "没有哪一列说明%s。如果在另一个文件里，请添加该文件。".formatted(what.zh())),
        options);
  }

  static Question which(String column, Label what, List<String> columns) {
    return new Question(
        column,
        Kind.TARGET,
        new Label("Which column says %s?".formatted(what.en()), "哪一列说明%s？".formatted(what.zh())),
        options(columns));
  }

  static Question id(List<String> columns) {
    return new Question(
        "",
        Kind.ID,
        new Label(
            "Which columns tell the rows apart? Without one the row's number is taken, and a later"
                + " file with other rows would be mixed up with this one.",
            "哪些列可以区分各行？没有时以行号为准，之后导入行序不同的文件会混淆。"),
        options(columns));
  }

  private static List<Option> options(List<String> columns) {
    return columns.stream()
        .map(column -> new Option(column, new Label(column, column), ""))
        .toList();
  }
}
