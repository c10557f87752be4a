package dev.winnow.imports.sample;

import java.util.List;
import java.util.random.RandomGenerator;

/** How a customer and the company get on: channel, preferences, feedback, tags. */
record Relationship(Purchases purchases, boolean isPerson) {
  private static final Weighted<String> PERSON_CHANNEL =
      Weighted.of("online 58, store 33, phone 6, direct 3");
  private static final Weighted<String> COMPANY_CHANNEL =
      Weighted.of("direct 41, distributor 26, online 14, partner 11, phone 8");
  private static final Weighted<String> PERSON_PRODUCTS =
      Weighted.falling(List.of("消费电子", "家居用品", "食品饮料", "服装鞋帽", "美妆个护", "母婴用品", "运动户外", "图书文具"), 1);
  private static final Weighted<String> COMPANY_PRODUCTS =
      Weighted.falling(
          List.of("工业设备", "原材料", "软件", "办公用品", "云服务", "物流服务", "维护服务", "咨询服务", "培训", "零部件"), 1);
  private static final Weighted<String> TAGS =
      Weighted.falling(
          List.of(
              "老客户", "微信好友", "展会", "转介绍", "价格敏感", "季度采购", "需要发票", "月结", "新品试用", "决策人明确", "响应快",
              "多分支机构", "出口业务", "节假日礼品", "参加过活动", "竞品客户", "区域代理", "招投标", "政府项目", "行业标杆", "样品已寄",
              "合同续签", "高新技术企业", "专精特新", "上市公司", "老板直签", "英文沟通", "账期较长"),
          2);
  private static final String FOLLOW_UP = "重点跟进";
  private static final String BLACKLIST = "黑名单";

  void fill(Draft draft, RandomGenerator random) {
    if (random.nextInt(100) < 94) {
      draft.word("channel", (isPerson ? PERSON_CHANNEL : COMPANY_CHANNEL).pick(random));
    }
    if (purchases.any() && random.nextInt(100) < 83) {
      Weighted<String> products = isPerson ? PERSON_PRODUCTS : COMPANY_PRODUCTS;
      draft.words(
          "product_preference", SampleCustomers.several(products, 1 + random.nextInt(3), random));
    }
    feedback(draft, random);
    tags(draft, random);
    if (!isPerson && random.nextInt(100) < 85) {
      boolean isBig = purchases.spend() > 300_000;
      draft.flag("key_account", random.nextInt(100) < (isBig ? 62 : 2));
    }
  }

  private boolean isLeaving() {
    return purchases.lifecycle().equals("at_risk") || purchases.lifecycle().equals("churned");
  }

  private void feedback(Draft draft, RandomGenerator random) {
    if (!purchases.any() || random.nextInt(100) >= 22) {
      return;
    }
    int mood = random.nextInt(100) + (isLeaving() ? -35 : 10);
    String first = mood < 25 ? "complaint" : mood < 60 ? "suggestion" : "praise";
    draft.words("feedback", random.nextInt(8) == 0 ? List.of(first, "suggestion") : List.of(first));
  }

  private void tags(Draft draft, RandomGenerator random) {
    List<String> tags = SampleCustomers.several(TAGS, random.nextInt(5), random);
    if (isLeaving() && random.nextInt(100) < 30) {
      tags.add(FOLLOW_UP);
    }
    if (random.nextInt(100) == 0) {
      tags.add(BLACKLIST);
    }
    draft.words("tags", tags);
  }
}
