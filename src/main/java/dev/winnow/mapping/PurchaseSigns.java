package dev.winnow.mapping;

import dev.winnow.mapping.ColumnMapping.Column;
import dev.winnow.mapping.ColumnMapping.RowTest;
import dev.winnow.mapping.ColumnMapping.Rows;
import dev.winnow.mapping.ColumnMapping.Test;
import dev.winnow.mapping.Matched.Found;
import dev.winnow.tables.ColumnProfile;
import dev.winnow.tables.ColumnProfile.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out by which values orders are marked as given back or cancelled. */
final class PurchaseSigns {
  private static final int MOST_VALUES = 50;

  private static final Set<String> RETURNED =
      Set.of(
          "return",
          "returned",
          "returns",
          "refund",
          "refunded",
          "creditnote",
          "credit",
          "creditmemo",
          "gutschrift",
          "retoure",
          "storno",
          "retour",
          "avoir",
          "devolucion",
          "reso",
          "退货",
          "退款",
          "已退货",
          "已退款",
          "销售退货",
          "退货单",
          "销售退货单",
          "红字",
          "红冲",
          "退货退款");

  private static final Set<String> CANCELLED =
      Set.of(
          "cancelled",
          "canceled",
          "cancel",
          "void",
          "voided",
          "storniert",
          "annule",
          "cancelado",
          "已取消",
          "取消",
          "作废",
          "已作废",
          "交易关闭",
          "已关闭",
          "订单取消");

  private static final Set<String> ASKS =
      Set.of(
          "是否退货",
          "是否退款",
          "是否已退货",
          "是否红字",
          "退货标志",
          "isreturn",
          "isreturned",
          "returned",
          "refunded",
          "isrefund",
          "isrefunded",
          "returnflag");

  private static final List<String> YES = List.of("是", "yes", "y", "true", "t", "1", "√");

  private PurchaseSigns() {}

  /** What marks a row as given back: a word, or the letter before an order's number. */
  static List<RowTest> returned(Matched matched, RuleDraft draft) {
    List<RowTest> tests = new ArrayList<>(marked(matched, RETURNED));
    tests.addAll(answered(matched));
    matched
        .get(Rows.PURCHASES, "order")
        .flatMap(order -> prefix(matched, draft, order))
        .ifPresent(tests::add);
    return tests;
  }

  /** Columns that ask whether it was given back. */
  private static List<RowTest> answered(Matched matched) {
    return matched.columns().stream()
        .filter(clues -> clues.isForm(Form.YES_NO) && ASKS.contains(clues.name().compact()))
        .map(clues -> new RowTest(new Column(clues.profile().name()), Test.IS, YES))
        .toList();
  }

  /** What marks a row as no purchase at all. */
  static List<RowTest> cancelled(Matched matched, RuleDraft draft) {
    return marked(matched, CANCELLED);
  }

  private static List<RowTest> marked(Matched matched, Set<String> words) {
    List<RowTest> tests = new ArrayList<>();
    for (ColumnClues clues : matched.columns()) {
      ColumnProfile profile = clues.profile();
      boolean few = profile.distinct() > 1 && profile.distinct() <= MOST_VALUES;
      List<String> marks =
          clues.values().stream()
              .filter(value -> few && words.contains(HeaderWords.compact(value)))
              .toList();
      if (!marks.isEmpty()) {
        tests.add(new RowTest(new Column(profile.name()), Test.IS, marks));
      }
    }
    return tests;
  }

  /** C536379 among 536365: one letter before some of the numbers. */
  private static Optional<RowTest> prefix(Matched matched, RuleDraft draft, Found order) {
    List<String> values = matched.clues(order).values();
    long plain = values.stream().filter(value -> value.matches("\\d{3,}")).count();
    List<String> letters =
        values.stream()
            .filter(value -> value.matches("[CR]\\d{3,}"))
            .map(value -> value.substring(0, 1))
            .distinct()
            .toList();
    return letters.isEmpty() || plain == 0
        ? Optional.empty()
        : Optional.of(new RowTest(draft.column(order), Test.STARTS_WITH, letters));
  }
}
