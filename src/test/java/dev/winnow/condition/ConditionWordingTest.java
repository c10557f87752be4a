package dev.winnow.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.schema.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

final class ConditionWordingTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final ConditionWording WORDING =
      new ConditionWording(TestSchema.SCHEMA, id -> id.equals("key") ? "Key accounts" : id);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"all":[]} | all customers | 所有客户
          {"field":"tier","in":["high"]} | value tier is High | 价值等级为高
          {"field":"tier","in":["high","low"]} | value tier is High or Low | 价值等级为高或低
          {"field":"tier","in":["high","medium","low"]} | value tier is High, Medium or Low | 价值等级为高、中或低
          {"not":{"field":"tier","in":["high"]}} | value tier is not High | 价值等级不为高
          {"not":{"field":"tier","in":["high","medium","low"]}} | value tier is none of High, Medium and Low | 价值等级不为高、中或低
          {"field":"tags","in":["新","老"]} | tags include 新 or 老 | 标签包含新或老
          {"not":{"field":"tags","in":["黑名单"]}} | tags do not include 黑名单 | 标签不含黑名单
          {"field":"tags","in":["a","b","c","d","e","f"]} | tags include a, b, c, d, e or f | 标签包含 a、b、c、d、e 或 f
          {"field":"tags","in":["a","b","c","d","e","f","g","h"]} | tags include a, b, c, d, e or 3 more | 标签包含 a、b、c、d、e 等 8 项之一
          {"field":"tags","in":["Zhang, Li"]} | tags include “Zhang, Li” | 标签包含“Zhang, Li”
          {"field":"region","in":["中国/浙江/杭州"]} | region is Hangzhou | 地区为杭州
          {"field":"region","in":["中国/北京/朝阳"]} | region is China/Beijing/Chaoyang | 地区为中国/北京/朝阳
          {"field":"industry","in":["制造业/软件"]} | industry is 软件 | 行业为软件
          {"field":"vip","in":[true]} | VIP is yes | 会员为“是”
          {"field":"vip","in":[false]} | VIP is no | 会员为“否”
          {"field":"email","exists":true} | has e-mail | 有邮箱
          {"not":{"field":"email","exists":true}} | has no e-mail | 没有邮箱
          {"field":"employees","gte":1000} | employees at least 1,000 people | 员工数不低于 1,000 people
          {"field":"employees","gt":1000} | employees over 1,000 people | 员工数高于 1,000 people
          {"field":"employees","lte":1000} | employees at most 1,000 people | 员工数不超过 1,000 people
          {"field":"employees","lt":1000} | employees under 1,000 people | 员工数低于 1,000 people
          {"field":"employees","gte":12,"lte":12} | employees exactly 12 people | 员工数等于 12 people
          {"field":"score","gte":0.5,"lte":1} | score from 0.5 to 1 | 评分为 0.5 至 1（含两端）
          {"field":"score","gt":0.5,"lt":1} | score over 0.5 and under 1 | 评分为 0.5 至 1（不含两端）
          {"field":"total_spend","gte":10000,"lt":50000} | total spend from 10,000 to under 50,000 CNY | 累计消费为 1 万（含）至 5 万元（不含）
          {"field":"total_spend","gt":10000,"lte":123456789.5} | total spend over 10,000 up to 123,456,789.5 CNY | 累计消费为 1 万（不含）至 123,456,789.5 元（含）
          {"field":"total_spend","gte":15000} | total spend at least 15,000 CNY | 累计消费不低于 1.5 万元
          {"field":"total_spend","gte":230000000} | total spend at least 230,000,000 CNY | 累计消费不低于 2.3 亿元
          {"not":{"field":"total_spend","gte":10000}} | not (total spend at least 10,000 CNY) | 并非（累计消费不低于 1 万元）
          {"field":"last_purchase","gte":"2026-01-31"} | last purchase on or after 31 Jan 2026 | 最近购买在 2026 年 1 月 31 日或之后
          {"field":"last_purchase","gt":"2026-01-31"} | last purchase after 31 Jan 2026 | 最近购买晚于 2026 年 1 月 31 日
          {"field":"last_purchase","lte":"2026-01-31"} | last purchase on or before 31 Jan 2026 | 最近购买在 2026 年 1 月 31 日或之前
          {"field":"last_purchase","lt":"2026-01-31"} | last purchase before 31 Jan 2026 | 最近购买早于 2026 年 1 月 31 日
          {"field":"last_purchase","gte":"2026-01-31","lte":"2026-01-31"} | last purchase on 31 Jan 2026 | 最近购买为 2026 年 1 月 31 日
          {"field":"last_purchase","gte":"2026-01-01","lt":"2026-02-01"} | last purchase from 1 Jan 2026 to before 1 Feb 2026 | 最近购买在 2026 年 1 月 1 日（含）至 2026 年 2 月 1 日（不含）
          {"field":"last_purchase","gte":"2026-01-01","lte":"today"} | last purchase from 1 Jan 2026 to today | 最近购买在 2026 年 1 月 1 日至今天（含两端）
          {"field":"last_purchase","gte":"today-90d"} | last purchase in the last 90 days | 最近购买在近 90 天内
          {"field":"last_purchase","gt":"today-1m"} | last purchase less than 1 month ago | 最近购买距今不到 1 个月
          {"field":"last_purchase","lt":"today-1y"} | last purchase more than 1 year ago | 最近购买距今超过 1 年
          {"field":"last_purchase","lte":"today-2w"} | last purchase at least 2 weeks ago | 最近购买距今至少 2 周
          {"field":"last_purchase","gte":"today"} | last purchase on or after today | 最近购买在今天或之后
          {"field":"last_purchase","lt":"today"} | last purchase before today | 最近购买早于今天
          {"field":"last_purchase","gte":"today","lte":"today"} | last purchase today | 最近购买为今天
          {"field":"last_purchase","gte":"today","lte":"today+30d"} | last purchase in the next 30 days | 最近购买在未来 30 天内
          {"field":"last_purchase","gte":"today-90d","lt":"today-30d"} | last purchase from 90 days ago to before 30 days ago | 最近购买在 90 天前（含）至 30 天前（不含）
          {"field":"last_purchase","gt":"today+1d"} | last purchase after tomorrow | 最近购买晚于明天
          {"field":"birthday","anniversaryWithin":"7d"} | birthday comes round in the next 7 days | 生日（不计年份）在未来 7 天内
          {"field":"birthday","anniversaryWithin":"0d"} | birthday comes round today | 生日（不计年份）就在今天
          {"did":"purchase"} | bought | 购买
          {"not":{"did":"purchase","lookback":"6m"}} | did not buy in the last 6 months | 最近 6 个月没有购买
          {"did":"purchase","where":{"field":"category","in":["Bikes"]},"count":{"gte":3},"lookback":"90d"} | bought at least 3 times in Bikes in the last 90 days | 最近 90 天购买 Bikes 至少 3 次
          {"did":"purchase","where":{"all":[{"field":"category","in":["Bikes","鞋"]},{"field":"returned","in":[false]}]},"sum":{"of":"amount","gte":1000}} | bought in Bikes or 鞋 (returned is no) with total amount at least 1,000 | 购买 Bikes 或鞋（退货为“否”），金额合计不低于 1,000
          {"did":"purchase","count":{"of":"product","gt":2},"last":{"lt":"today-90d"}} | bought with number of different values of product over 2 and the last more than 90 days ago | 购买，不同产品数高于 2且最近一次距今超过 90 天
          {"did":"interaction","where":{"field":"type","in":["call"]},"count":{"gte":1,"lte":1},"lookback":"1y"} | was in touch exactly 1 time (type is Call) in the last 1 year | 最近 1 年有往来（类型为电话）恰好 1 次
          {"not":{"did":"feedback","average":{"of":"score","lt":5}}} | not (gave feedback with average score under 5) | 并非（有反馈，平均评分低于 5）
          {"text":"杭州 软件"} | matches “杭州 软件” | 能搜到“杭州 软件”
          {"text":"杭州 软件","fields":["name","address"]} | matches “杭州 软件” in name or address | 在名称或地址中能搜到“杭州 软件”
          {"not":{"text":"杭州"}} | does not match “杭州” | 搜不到“杭州”
          {"segment":"key"} | is in segment “Key accounts” | 属于分群“Key accounts”
          {"not":{"segment":"key"}} | is not in segment “Key accounts” | 不属于分群“Key accounts”
          {"bucket":{"salt":"spring","from":0,"to":10}} | in the 10% sample “spring” | 在“spring”的 10% 抽样中
          {"not":{"bucket":{"salt":"spring","from":10,"to":20}}} | not in the 10% to 20% sample “spring” | 不在“spring”的 10% 至 20% 抽样中
          {"all":[{"field":"industry","in":["制造业","零售"]},{"field":"total_spend","gte":10000,"lt":50000},{"field":"last_purchase","gte":"today-90d"},{"not":{"field":"tags","in":["黑名单"]}}]} | industry is 制造业 or 零售, total spend from 10,000 to under 50,000 CNY, last purchase in the last 90 days, tags do not include 黑名单 | 行业为制造业或零售，累计消费为 1 万（含）至 5 万元（不含），最近购买在近 90 天内，标签不含黑名单
          {"all":[{"field":"tier","in":["high"]},{"any":[{"field":"vip","in":[true]},{"field":"tags","in":["a","b"]}]}]} | value tier is High, (VIP is yes or (tags include a or b)) | 价值等级为高，（会员为“是”或（标签包含 a 或 b））
          {"any":[{"field":"tier","in":["high"]},{"all":[{"field":"vip","in":[true]},{"field":"employees","gte":10}]}]} | value tier is High or (VIP is yes and employees at least 10 people) | 价值等级为高或（会员为“是”且员工数不低于 10 people）
          {"not":{"any":[{"field":"tier","in":["high"]},{"field":"vip","in":[true]}]}} | not (value tier is High or VIP is yes) | 并非（价值等级为高或会员为“是”）
          {"not":{"not":{"field":"tier","in":["high"]}}} | not (value tier is not High) | 并非（价值等级不为高）
          {"all":[{"all":[{"any":[{"field":"vip","in":[true]},{"field":"employees","gte":10}]}]},{"field":"tier","in":["low"]}]} | (VIP is yes or employees at least 10 people), value tier is Low | （会员为“是”或员工数不低于 10 people），价值等级为低
          """)
  void is_said_in_both_languages(String json, String english, String chinese) {
    Condition condition = new ConditionReader(TestSchema.SCHEMA).read(JSON.readTree(json), "");
    assertThat(WORDING.sentence(condition, Language.EN)).isEqualTo(english);
    assertThat(WORDING.sentence(condition, Language.ZH)).isEqualTo(chinese);
  }

  @Test
  void a_part_stands_alone_without_brackets() {
    Condition condition =
        new Condition.Any(
            List.of(new Condition.Exists("phone", true), new Condition.Exists("email", true)));
    assertThat(WORDING.clause(condition, Language.EN)).isEqualTo("has phone or has e-mail");
    assertThat(WORDING.clause(condition, Language.ZH)).isEqualTo("有电话或有邮箱");
  }
}
