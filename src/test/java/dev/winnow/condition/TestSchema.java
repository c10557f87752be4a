package dev.winnow.condition;

import dev.winnow.schema.Field;
import dev.winnow.schema.Field.KnownValue;
import dev.winnow.schema.Field.Traits;
import dev.winnow.schema.Label;
import dev.winnow.schema.Schema;
import dev.winnow.schema.Schema.SearchSettings;
import java.util.List;

/** A schema with every type of field, for tests. */
public final class TestSchema {
  public static final Schema SCHEMA =
      Schema.of(
          List.of(
              new Field.Text(searched("name", "Name", "名称", true)),
              new Field.Text(searched("address", "Address", "地址", false)),
              new Field.Text(plain("notes", "Notes", "备注")),
              new Field.Keyword(searched("code", "Code", "编码", false), List.of(), false),
              new Field.Keyword(
                  facet("tier", "Value tier", "价值等级", false),
                  List.of(
                      value("high", "High", "高"),
                      value("medium", "Medium", "中"),
                      value("low", "Low", "低")),
                  true),
              new Field.Keyword(facet("tags", "Tags", "标签", true), List.of(), false),
              new Field.Tree(facet("industry", "Industry", "行业", false), List.of(), false),
              new Field.Tree(facet("region", "Region", "地区", false), regions(), true),
              new Field.Tree(facet("interests", "Interests", "兴趣", true), List.of(), false),
              new Field.Bool(facet("vip", "VIP", "会员", false)),
              new Field.Phone(plain("phone", "Phone", "电话")),
              new Field.Email(plain("email", "E-mail", "邮箱")),
              new Field.Number(facet("employees", "Employees", "员工数", false), 0, "people"),
              new Field.Number(plain("score", "Score", "评分"), 3, ""),
              new Field.Number(plain("precise", "Precise", "精确值"), 9, ""),
              new Field.Money(facet("total_spend", "Total spend", "累计消费", false), "CNY", 2),
              new Field.Date(plain("birthday", "Birthday", "生日")),
              new Field.Date(facet("last_purchase", "Last purchase", "最近购买", false))),
          "name",
          SearchSettings.NONE);

  private TestSchema() {}

  private static List<KnownValue> regions() {
    return List.of(
        value("中国", "China", "中国"),
        value("中国/北京", "Beijing", "北京"),
        value("中国/北京/朝阳", "Chaoyang", "朝阳"),
        value("中国/浙江", "Zhejiang", "浙江"),
        value("中国/浙江/杭州", "Hangzhou", "杭州"),
        value("中国/辽宁", "Liaoning", "辽宁"),
        value("中国/辽宁/朝阳", "Chaoyang", "朝阳"),
        value("德国", "Germany", "德国"));
  }

  private static KnownValue value(String value, String en, String zh) {
    return new KnownValue(value, new Label(en, zh));
  }

  private static Traits facet(String name, String en, String zh, boolean multi) {
    return new Traits(name, new Label(en, zh), true, multi, false, false, false);
  }

  private static Traits plain(String name, String en, String zh) {
    return new Traits(name, new Label(en, zh), false, false, false, false, false);
  }

  private static Traits searched(String name, String en, String zh, boolean required) {
    return new Traits(name, new Label(en, zh), false, false, false, required, true);
  }
}
