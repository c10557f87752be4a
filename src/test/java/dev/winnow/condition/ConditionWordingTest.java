package dev.winnow.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.schema.Language;
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
          {"all":[]} | x | x
          {"field":"tier","in":["high"]} | x | x
          {"field":"tier","in":["high","low"]} | x | x
          {"field":"tier","in":["high","medium","low"]} | x | x
          {"not":{"field":"tier","in":["high"]}} | x | x
          {"not":{"field":"tier","in":["high","medium","low"]}} | x | x
          {"field":"tags","in":["新","老"]} | x | x
          {"not":{"field":"tags","in":["黑名单"]}} | x | x
          {"field":"tags","in":["a","b","c","d","e","f"]} | x | x
          {"field":"tags","in":["a","b","c","d","e","f","g","h"]} | x | x
          {"field":"tags","in":["Zhang, Li"]} | x | x
          {"field":"region","in":["中国/浙江/杭州"]} | x | x
          {"field":"region","in":["中国/北京/朝阳"]} | x | x
          {"field":"industry","in":["制造业/软件"]} | x | x
          {"field":"vip","in":[true]} | x | x
          {"field":"vip","in":[false]} | x | x
          {"field":"email","exists":true} | x | x
          {"not":{"field":"email","exists":true}} | x | x
          {"field":"employees","gte":1000} | x | x
          {"field":"employees","gt":1000} | x | x
          {"field":"employees","lte":1000} | x | x
          {"field":"employees","lt":1000} | x | x
          {"field":"employees","gte":12,"lte":12} | x | x
          {"field":"score","gte":0.5,"lte":1} | x | x
          {"field":"score","gt":0.5,"lt":1} | x | x
          {"field":"total_spend","gte":10000,"lt":50000} | x | x
          {"field":"total_spend","gt":10000,"lte":123456789.5} | x | x
          {"field":"total_spend","gte":15000} | x | x
          {"field":"total_spend","gte":230000000} | x | x
          {"not":{"field":"total_spend","gte":10000}} | x | x
          {"field":"last_purchase","gte":"2026-01-31"} | x | x
          {"field":"last_purchase","gt":"2026-01-31"} | x | x
          {"field":"last_purchase","lte":"2026-01-31"} | x | x
          {"field":"last_purchase","lt":"2026-01-31"} | x | x
          {"field":"last_purchase","gte":"2026-01-31","lte":"2026-01-31"} | x | x
          {"field":"last_purchase","gte":"2026-01-01","lt":"2026-02-01"} | x | x
          {"field":"last_purchase","gte":"2026-01-01","lte":"today"} | x | x
          {"field":"last_purchase","gte":"today-90d"} | x | x
          {"field":"last_purchase","gt":"today-1m"} | x | x
          {"field":"last_purchase","lt":"today-1y"} | x | x
          {"field":"last_purchase","lte":"today-2w"} | x | x
          {"field":"last_purchase","gte":"today"} | x | x
          {"field":"last_purchase","lt":"today"} | x | x
          {"field":"last_purchase","gte":"today","lte":"today"} | x | x
          {"field":"last_purchase","gte":"today","lte":"today+30d"} | x | x
          {"field":"last_purchase","gte":"today-90d","lt":"today-30d"} | x | x
          {"field":"last_purchase","gt":"today+1d"} | x | x
          {"field":"birthday","anniversaryWithin":"7d"} | x | x
          {"field":"birthday","anniversaryWithin":"0d"} | x | x
          {"text":"杭州 软件"} | x | x
          {"text":"杭州 软件","fields":["name","address"]} | x | x
          {"not":{"text":"杭州"}} | x | x
          {"segment":"key"} | x | x
          {"not":{"segment":"key"}} | x | x
          {"bucket":{"salt":"spring","from":0,"to":10}} | x | x
          {"not":{"bucket":{"salt":"spring","from":10,"to":20}}} | x | x
          {"all":[{"field":"industry","in":["制造业","零售"]},{"field":"total_spend","gte":10000,"lt":50000},{"field":"last_purchase","gte":"today-90d"},{"not":{"field":"tags","in":["黑名单"]}}]} | x | x
          {"all":[{"field":"tier","in":["high"]},{"any":[{"field":"vip","in":[true]},{"field":"tags","in":["a","b"]}]}]} | x | x
          {"any":[{"field":"tier","in":["high"]},{"all":[{"field":"vip","in":[true]},{"field":"employees","gte":10}]}]} | x | x
          {"not":{"any":[{"field":"tier","in":["high"]},{"field":"vip","in":[true]}]}} | x | x
          {"not":{"not":{"field":"tier","in":["high"]}}} | x | x
          {"all":[{"all":[{"any":[{"field":"vip","in":[true]},{"field":"employees","gte":10}]}]},{"field":"tier","in":["low"]}]} | x | x
          """)
  void is_said_in_both_languages(String json, String english, String chinese) {
    Condition condition = new ConditionReader(TestSchema.SCHEMA).read(JSON.readTree(json), "");
    System.out.println(
        "ROW "
            + json
            + " | "
            + WORDING.sentence(condition, Language.EN)
            + " | "
            + WORDING.sentence(condition, Language.ZH));
  }

  @Test
  void a_part_stands_alone_without_brackets() {
    Condition condition =
        new Condition.Any(
            java.util.List.of(
                new Condition.Exists("phone", true), new Condition.Exists("email", true)));
    assertThat(WORDING.clause(condition, Language.EN)).isEqualTo("has phone or has e-mail");
    assertThat(WORDING.clause(condition, Language.ZH)).isEqualTo("有电话或有邮箱");
  }
}
