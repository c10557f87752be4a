package dev.winnow.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.condition.Condition.Bound;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

final class ConditionReaderTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void labels_in_either_language_become_values_and_repetitions_are_dropped() {
    assertThat(read("{'field':'tier','in':['High','高','high','LOW']}"))
        .isEqualTo(new Condition.In("tier", List.of("high", "low")));
    assertThat(read("{'field':'region','in':['Hangzhou','china/Zhejiang','中国/辽宁/朝阳']}"))
        .isEqualTo(new Condition.In("region", List.of("中国/浙江/杭州", "中国/浙江", "中国/辽宁/朝阳")));
  }

  @Test
  void values_are_cleaned_like_those_of_customers() {
    assertThat(read("{'field':'phone','in':['＋86 571']}"))
        .isEqualTo(new Condition.In("phone", List.of("+86 571")));
    assertThat(read("{'field':'tags','in':['e\u0301 ']}"))
        .isEqualTo(new Condition.In("tags", List.of("é")));
    assertThat(read("{'field':'industry','in':['a / b']}"))
        .isEqualTo(new Condition.In("industry", List.of("a/b")));
  }

  @ParameterizedTest
  @CsvSource({
    "gte, 10.00,  1000, true",
    "gt,  10.00,  1000, false",
    "gte, 10.005, 1001, true",
    "gt,  10.005, 1001, true",
    "lt,  10.005, 1000, true",
    "lte, 10.005, 1000, true",
    "gte, -10.005, -1000, true",
    "lt,  -10.005, -1001, true",
    "gte, 1e3,  100000, true",
  })
  void bounds_between_two_values_move_to_the_one_within(
      String key, String number, long point, boolean inclusive) {
    Bound bound = new Bound.Fixed(point, inclusive);
    Condition.Range range =
        (Condition.Range) read("{'field':'total_spend','" + key + "':" + number + "}");
    assertThat(range.from().or(range::to)).isEqualTo(Optional.of(bound));
  }

  @Test
  void everyone_can_be_asked_for() {
    assertThat(read("{'all':[]}")).isEqualTo(Condition.EVERYONE);
  }

  private static Condition read(String json) {
    return new ConditionReader(TestSchema.SCHEMA).read(JSON.readTree(json.replace('\'', '"')), "");
  }
}
