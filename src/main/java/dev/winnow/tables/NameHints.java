package dev.winnow.tables;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the name of a column says of its content, in English and Chinese. */
final class NameHints {
  private static final Pattern WORDS =
      Pattern.compile("[^\\p{L}\\p{N}]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
  private static final Set<String> DATE_WORDS =
      Set.of(
          "date",
          "day",
          "time",
          "timestamp",
          "ts",
          "epoch",
          "created",
          "updated",
          "birthday",
          "birthdate",
          "dob",
          "datum",
          "fecha",
          "дата",
          "at",
          "on",
          "since");
  private static final Pattern DATE =
      Pattern.compile(
          "日期|时间|時間|时间戳|生日|日時|date|日$|(?:首|末|上|最近|最后)次?(?:购买|下单|消费|交易|成交)|(?:first|last)[ _]?(?:order|purchase|sale)$");
  private static final Pattern REPUBLIC = Pattern.compile("民[国國]|(?i:minguo|\\bROC\\b)");
  private static final Set<String> ID_WORDS =
      Set.of("id", "no", "nr", "key", "code", "number", "num", "sku", "symbol", "ticker", "ref");
  private static final Pattern ID = Pattern.compile("编号|编码|代码|單號|单号|号码|账号|编号|工号|卡号|号$|id$");
  private static final Set<String> PHONE_WORDS =
      Set.of("phone", "tel", "telephone", "mobile", "cell", "fax", "cellphone", "telefon", "handy");
  private static final Pattern PHONE = Pattern.compile("电话|手机|传真|電話|手機|联系方式|座机|phone");

  private NameHints() {}

  static boolean date(String name) {
    return says(name, DATE_WORDS, DATE);
  }

  /** Whether it says that years are those of the Republic of China. */
  static boolean republic(String name) {
    return REPUBLIC.matcher(name).find();
  }

  static boolean id(String name) {
    return says(name, ID_WORDS, ID);
  }

  static boolean phone(String name) {
    return says(name, PHONE_WORDS, PHONE);
  }

  private static boolean says(String name, Set<String> words, Pattern part) {
    boolean word =
        WORDS.splitAsStream(name).anyMatch(each -> words.contains(each.toLowerCase(Locale.ROOT)));
    return word || part.matcher(name.toLowerCase(Locale.ROOT)).find();
  }
}
