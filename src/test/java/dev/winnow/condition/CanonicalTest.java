package dev.winnow.condition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

final class CanonicalTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"all":[{"segment":"a"}]}                               | {"segment":"a"}
          {"any":[{"segment":"a"}]}                               | {"segment":"a"}
          {"all":[{"segment":"b"},{"segment":"a"}]}               | {"all":[{"segment":"a"},{"segment":"b"}]}
          {"all":[{"segment":"a"},{"segment":"a"}]}               | {"segment":"a"}
          {"any":[{"segment":"a"},{"any":[{"segment":"b"},{"segment":"c"}]}]} | {"any":[{"segment":"a"},{"segment":"b"},{"segment":"c"}]}
          {"any":[{"segment":"a"},{"all":[{"segment":"b"},{"segment":"c"}]}]} | {"any":[{"all":[{"segment":"b"},{"segment":"c"}]},{"segment":"a"}]}
          {"not":{"not":{"segment":"a"}}}                         | {"segment":"a"}
          {"any":[{"segment":"a"},{"all":[]}]}                    | {"all":[]}
          {"all":[{"segment":"a"},{"all":[]}]}                    | {"segment":"a"}
          {"any":[{"segment":"a"},{"not":{"all":[]}}]}            | {"segment":"a"}
          {"not":{"all":[{"segment":"a"},{"not":{"all":[]}}]}}    | {"all":[]}
          {"bucket":{"salt":"s","from":0,"to":100}}               | {"all":[]}
          {"field":"tier","in":["medium","high"]}                 | {"field":"tier","in":["high","medium"]}
          {"field":"employees","gt":4,"lt":9}                     | {"field":"employees","gte":5,"lte":8}
          {"field":"birthday","gt":"2025-12-31"}                  | {"field":"birthday","gte":"2026-01-01"}
          {"text":"a","fields":["name","address"]}                | {"text":"a","fields":["address","name"]}
          {"all":[{"field":"tags","in":["a"]},{"field":"tags","in":["b"]}]} | {"all":[{"field":"tags","in":["a"]},{"field":"tags","in":["b"]}]}
          {"all":[{"field":"employees","gte":1},{"field":"employees","lt":9}]} | {"all":[{"field":"employees","gte":1},{"field":"employees","lte":8}]}
          """)
  void different_writings_have_one_form(String written, String canonical) {
    Condition condition = new ConditionReader(TestSchema.SCHEMA).read(JSON.readTree(written), "");
    assertThat(new ConditionWriter(TestSchema.SCHEMA).write(Canonical.of(condition)))
        .hasToString(JSON.readTree(canonical).toString());
  }
}
