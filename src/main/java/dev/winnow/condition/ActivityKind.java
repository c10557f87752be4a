package dev.winnow.condition;

import dev.winnow.problem.Nearest;
import dev.winnow.schema.Field;
import dev.winnow.schema.Field.KnownValue;
import dev.winnow.schema.Label;
import dev.winnow.schema.Schema;
import dev.winnow.schema.Schema.SearchSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The kinds of activity, and what can be asked of each: its attributes, as a schema of their own,
 * so that conditions on activities are read, checked and worded as those on customers are.
 */
public enum ActivityKind {
  PURCHASE(
      new Label("Purchase", "购买"),
      keyword("category", "Category", "品类"),
      keyword("product", "Product", "产品"),
      keyword("order", "Order", "订单"),
      keyword("currency", "Currency", "币种"),
      number("quantity", "Quantity", "数量", ActivityKind.QUANTITY_DECIMALS),
      number("amount", "Amount", "金额", ActivityKind.AMOUNT_DECIMALS),
      new Field.Bool(traits("returned", "Returned", "退货", true))),
  INTERACTION(
      new Label("Interaction", "往来"),
      closed(
          "type",
          "Type",
          "类型",
          value("call", "Call", "电话"),
          value("visit", "Visit", "拜访"),
          value("message", "Message", "消息"),
          value("email", "E-mail", "邮件"),
          value("event", "Event", "活动")),
      closed(
          "direction",
          "Direction",
          "方向",
          value("in", "From the customer", "来自客户"),
          value("out", "To the customer", "发给客户")),
      text()),
  FEEDBACK(
      new Label("Feedback", "反馈"),
      closed(
          "type",
          "Type",
          "类型",
          value("complaint", "Complaint", "投诉"),
          value("suggestion", "Suggestion", "建议"),
          value("praise", "Praise", "表扬")),
      number("score", "Score", "评分", 0),
      new Field.Bool(traits("open", "Open", "待处理", true)),
      text());

  /**
   * Decimals of amounts of money in conditions on activities; they are in the currency in which the
   * company adds its amounts.
   */
  public static final int AMOUNT_DECIMALS = 4;

  /** Decimals of quantities. */
  public static final int QUANTITY_DECIMALS = 3;

  private final Label label;
  private final Schema attributes;

  ActivityKind(Label label, Field... attributes) {
    this.label = label;
    List<Field> fields = new ArrayList<>(List.of(attributes));
    fields.add(new Field.Date(traits("date", "Date", "日期", false)));
    this.attributes = Schema.of(fields, "", SearchSettings.NONE);
  }

  /** As it is written in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Label label() {
    return label;
  }

  /** What can be compared in {@code where}; {@code date} is the day in the configured time zone. */
  public Schema attributes() {
    return attributes;
  }

  /** The kind that is written so. */
  public static Optional<ActivityKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** What would be right in place of an unknown word. */
  public static String hint(String word) {
    return Nearest.hint(word, words());
  }

  /** All kinds as they are written. */
  public static List<String> words() {
    return Arrays.stream(values()).map(ActivityKind::word).toList();
  }

  private static Field keyword(String name, String en, String zh) {
    return new Field.Keyword(traits(name, en, zh, true), List.of(), false);
  }

  private static Field closed(String name, String en, String zh, KnownValue... values) {
    return new Field.Keyword(traits(name, en, zh, true), List.of(values), true);
  }

  private static Field number(String name, String en, String zh, int decimals) {
    return new Field.Number(traits(name, en, zh, false), decimals, "");
  }

  private static Field text() {
    return new Field.Text(
        new Field.Traits("text", new Label("Text", "内容"), false, false, false, false, true));
  }

  private static KnownValue value(String value, String en, String zh) {
    return new KnownValue(value, new Label(en, zh));
  }

  private static Field.Traits traits(String name, String en, String zh, boolean facet) {
    return new Field.Traits(name, new Label(en, zh), facet, false, false, false, false);
  }
}
