package dev.winnow.imports.sample;

import dev.winnow.imports.sample.Lists.Hanzi;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What a company is called.
 *
 * @param shortName as colleagues say it
 * @param english for Chinese companies the name on their English cards, else the name itself
 * @param host before the domain of its website: ASCII letters
 */
record CompanyName(String full, String shortName, String english, String host) {
  private static final Weighted<Hanzi> BRANDS = Weighted.falling(Lists.hanzi("brands.txt"), 60);
  private static final List<String> WESTERN = Lists.words("western-brands.txt");
  private static final List<String> ENDINGS = Lists.words("western-endings.txt");
  private static final Weighted<String> MIDDLE =
      Weighted.of(" 52, 科技 18, 实业 9, 发展 8, 国际 4, 工程 4, 服务 3, 控股 2");
  private static final Weighted<String> FORM =
      Weighted.of("有限公司 68, 有限责任公司 9, 股份有限公司 13, 集团有限公司 6, 集团股份有限公司 4");
  private static final double THREE_CHARACTERS = 0.12;

  static CompanyName of(Place place, Trade trade, RandomGenerator random) {
    return place.isInChina() ? chinese(place, trade, random) : western(place, trade, random);
  }

  private static CompanyName chinese(Place place, Trade trade, RandomGenerator random) {
    Hanzi brand = BRANDS.pick(random).plus(BRANDS.pick(random));
    if (random.nextDouble() < THREE_CHARACTERS) {
      brand = brand.plus(BRANDS.pick(random));
    }
    int word = random.nextInt(trade.chinese().size());
    String field = trade.chinese().get(word);
    String english = trade.english().get(word % trade.english().size());
    String middle = MIDDLE.pick(random);
    String full =
        place.name()
            + brand.text()
            + field
            + (field.endsWith(middle) ? "" : middle)
            + FORM.pick(random);
    return new CompanyName(
        full,
        brand.text() + field,
        place.latin() + " " + brand.latin() + " " + english + " Co., Ltd.",
        brand.pinyin());
  }

  private static CompanyName western(Place place, Trade trade, RandomGenerator random) {
    String brand = WESTERN.get(random.nextInt(WESTERN.size()));
    brand +=
        switch (random.nextInt(4)) {
          case 0 -> ENDINGS.get(random.nextInt(ENDINGS.size()));
          case 1 -> " & " + PersonName.family(random);
          default -> " " + WESTERN.get(random.nextInt(WESTERN.size()));
        };
    String word = trade.english().get(random.nextInt(trade.english().size()));
    String form = place.legalForms().get(random.nextInt(place.legalForms().size()));
    String full = brand + " " + word + " " + form;
    return new CompanyName(full, brand, full, PersonName.ascii(brand));
  }

  /** A public body of a Chinese place: a hospital, a bureau or an association. */
  static CompanyName publicBody(String type, Place place, Trade trade, RandomGenerator random) {
    String field = trade.chinese().get(random.nextInt(trade.chinese().size()));
    String name =
        place.name()
            + switch (type) {
              case "government" ->
                  List.of("市发展和改革局", "市商务局", "市教育局", "市交通运输局", "高新区管理委员会", "市生态环境局")
                      .get(random.nextInt(6));
              case "institution" ->
                  List.of("市第%d人民医院", "市第%d中学", "职业技术学院%d分院", "%d号文化馆")
                      .get(random.nextInt(4))
                      .formatted(1 + random.nextInt(30));
              default -> "市" + field + List.of("行业协会", "商会", "学会").get(random.nextInt(3));
            };
    return new CompanyName(name, name, "", PersonName.ascii(place.latin()));
  }
}
