package dev.winnow.classify;

import static dev.winnow.classify.People.SCHEMA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.schema.Language;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class RuleWordingTest {
  private static final RuleWording WORDING = new RuleWording(SCHEMA);

  @Test
  void bands() {
    said(
        "{'kind':'bands','facet':'value_tier','field':'total_spend','bands':[{'grade':'low'},"
            + "{'grade':'middle','from':1000},{'grade':'high','from':10000}],'missing':'low'}",
        "High value when total spend is at least 10,000 CNY; Middle value from 1,000 CNY;"
            + " otherwise Low value; Low value without total spend",
        "累计消费不低于 1 万元为“高价值”；不低于 1,000 元为“中价值”；其余为“低价值”；没有累计消费为“低价值”");
  }

  @Test
  void quantiles_with_the_cut_points_that_hold() {
    said(
        "{'kind':'quantiles','facet':'spending_power','field':'average_order',"
            + "'grades':['low','middle','high']}",
        "3 grades of equal size by average order: High from 500.5 CNY; Medium from 200 CNY;"
            + " otherwise Low",
        "按客单价分为人数相等的 3 级：不低于 500.5 元为“强”；不低于 200 元为“中”；其余为“弱”",
        "200",
        "500.5");
  }

  @Test
  void abc() {
    said(
        "{'kind':'abc','facet':'value_tier','field':'total_spend','grades':["
            + "{'grade':'high','upTo':0.8},{'grade':'middle','upTo':0.955},{'grade':'low'}]}",
        "High value for the largest customers by total spend that make up 80% of it"
            + " (from 12,000 CNY); Middle value up to 95.5% (from 99.5 CNY); otherwise Low value",
        "按累计消费从高到低，合计占 80% 的客户为“高价值”（1.2 万元起）；" + "至 95.5% 为“中价值”（99.5 元起）；其余为“低价值”",
        "12000",
        "99.5");
  }

  @Test
  void rfm() {
    said(
        "{'kind':'rfm','facet':'purchase_behaviour','recency':'last_purchase',"
            + "'frequency':'order_count','monetary':'total_spend','method':'qcut','segments':["
            + "{'grade':'champions','r':[4,5],'f':[5,5]}],'otherwise':'others'}",
        "Recency (last purchase), frequency (orders) and monetary value (total spend) scored from"
            + " 1 to 5: Champions with R 4–5, F 5; otherwise Others",
        "近度（最近购买）、频度（订单数）、金额（累计消费）各评 1 至 5 分：" + "R 4–5、F 5 为“重要价值客户”；其余为“其他”");
  }

  @Test
  void lifecycle() {
    said(
        "{'kind':'lifecycle','facet':'lifecycle','first':'first_purchase','last':'last_purchase',"
            + "'newDays':30,'mode':'fixed','atRiskAfter':90,'churnedAfter':180}",
        "Prospect without last purchase; New within 30 days of first purchase; Churned when last"
            + " purchase is more than 180 days ago; At risk when last purchase is more than 90 days"
            + " ago; otherwise Active",
        "没有最近购买为“潜在客户”；首次购买后 30 天内为“新客户”；距最近购买超过 180 天为“已流失”；" + "距最近购买超过 90 天为“流失预警”；其余为“活跃客户”");
  }

  @Test
  void score() {
    said(
        "{'kind':'score','facet':'value_tier','parts':["
            + "{'field':'total_spend','weight':60,'normalise':'percentile'},"
            + "{'field':'order_count','weight':40,'normalise':'fixed','from':0,'to':10}],"
            + "'bands':[{'grade':'low'},{'grade':'high','from':70}]}",
        "Score of 60 × total spend (percentile) + 40 × orders (from 0 to 10): High value from 70;"
            + " otherwise Low value",
        "得分为 60 × 累计消费（按百分位） + 40 × 订单数（按 0 至 10）：不低于 70 为“高价值”；其余为“低价值”");
  }

  @Test
  void mapping() {
    said(
        "{'kind':'mapping','facet':'value_tier','field':'scale','groups':["
            + "{'grade':'high','values':['large','medium']}],'otherwise':'low'}",
        "High value when scale is Large or Medium; otherwise Low value",
        "规模是大型或中型时为“高价值”；其余为“低价值”");
  }

  private static void said(String json, String english, String chinese, String... cuts) {
    Rule rule =
        new RuleReader(SCHEMA).read(JsonMapper.shared().readTree(json.replace('\'', '"')), "");
    List<BigDecimal> points = List.of(cuts).stream().map(BigDecimal::new).toList();
    CutPoints found = new CutPoints(Map.of("cuts", points));
    assertThat(WORDING.sentence(rule, found, Language.EN)).isEqualTo(english);
    assertThat(WORDING.sentence(rule, found, Language.ZH)).isEqualTo(chinese);
  }
}
