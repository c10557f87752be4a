package dev.winnow.customer;

import dev.winnow.schema.Field;
import dev.winnow.schema.Field.KnownValue;
import dev.winnow.schema.Field.Traits;
import dev.winnow.schema.Label;
import dev.winnow.schema.Schema;
import java.util.List;

/** A schema with a field of every type. */
final class SmallSchema {
  static final Schema SCHEMA =
      Schema.of(
          List.of(
              new Field.Text(new Traits("name", label("name"), false, false, false, true, true)),
              new Field.Keyword(
                  traits("tier", false),
                  List.of(
                      new KnownValue("high", new Label("High value", "高价值")),
                      new KnownValue("low", new Label("Low value", "低价值"))),
                  true),
              new Field.Keyword(traits("tags", true), List.of(), false),
              new Field.Tree(
                  traits("place", false),
                  List.of(
                      new KnownValue("中国", new Label("China", "中国")),
                      new KnownValue("中国/浙江", new Label("Zhejiang", "浙江"))),
                  true),
              new Field.Tree(traits("industry", false), List.of(), false),
              new Field.Bool(traits("vip", false)),
              new Field.Email(traits("mail", false)),
              new Field.Phone(traits("phone", true)),
              new Field.Money(traits("spend", false), "CNY", 2),
              new Field.Number(traits("rate", false), 2, "%"),
              new Field.Date(traits("born", false))),
          "name",
          Schema.SearchSettings.NONE);

  private SmallSchema() {}

  private static Traits traits(String name, boolean multi) {
    return new Traits(name, label(name), true, multi, false, false, false);
  }

  private static Label label(String name) {
    return new Label(name, name);
  }
}
