package dev.winnow.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

final class ConditionFaultsTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # shape of clauses
          {}                                     | /condition           | For everyone, write {"all": []}
          []                                     | /condition           | A clause is a JSON object
          7                                      | /condition           | A clause is a JSON object
          null                                   | /condition           | A clause is a JSON object
          {"alll":[]}                            | /condition/alll      | Did you mean "all"?
          {"a/b~c":[]}                           | /condition/a~1b~0c   | A clause has one of: all, any, not
          {"all":[],"any":[]}                    | /condition           | one kind, but this has "all", "any"
          {"all":[],"gte":1}                     | /condition/gte       | "gte" does not go with "all"
          {"in":["a"]}                           | /condition           | does not say what it is about
          {"all":{"field":"tier"}}               | /condition/all       | a JSON array of clauses
          {"any":[]}                             | /condition/any       | An empty "any" matches no customer
          {"not":{"all":[]}}                     | /condition           | No customer can satisfy this
          {"not":[]}                             | /condition/not       | A clause is a JSON object
          {"all":[{"not":{"all":[7]}}]}          | /condition/all/0/not/all/0 | A clause is a JSON object
          {"did":"purchse"}                      | /condition/did       | Did you mean "purchase"?
          {"did":3}                              | /condition/did       | no kind of activity
          {"did":"purchase","lookback":"90"}     | /condition/lookback  | not a span of time
          {"did":"purchase","count":3}           | /condition/count     | Such as {"gte": 3}
          {"did":"purchase","count":{}}          | /condition/count     | no range
          {"did":"purchase","count":{"gt":1,"x":1}} | /condition/count/x | no key "x"
          {"did":"purchase","count":{"lt":0}}    | /condition/count     | never less than 0
          {"did":"purchase","count":{"of":"amount","gt":1}} | /condition/count/of | category, product
          {"did":"purchase","sum":{"gt":1}}      | /condition/sum/of    | missing
          {"did":"interaction","sum":{"of":"amount","gt":1}} | /condition/sum/of | nothing that can be added
          {"did":"purchase","average":{"of":"amuont","gt":1}} | /condition/average/of | Did you mean "amount"?
          {"did":"purchase","last":{"gte":3}}    | /condition/last/gte  | not a date
          {"did":"purchase","last":{"lt":"today-90d"},"lookback":"30d"} | /condition/last | before the lookback begins
          {"did":"purchase","where":{"field":"colour","in":["a"]}} | /condition/where/field | no field
          {"did":"feedback","where":{"field":"type","in":["prase"]}} | /condition/where/in/0 | Did you mean "praise"?
          {"did":"purchase","where":{"segment":"a"}} | /condition/where/segment | cannot be asked of an activity
          {"did":"purchase","where":{"text":"a"}} | /condition/where/text | no text
          {"did":"purchase","where":{"field":"date","anniversaryWithin":"7d"}} | /condition/where/anniversaryWithin | no anniversaries
          # fields
          {"field":"indsutry","in":["a"]}        | /condition/field     | Did you mean "industry"?
          {"field":7,"in":["a"]}                 | /condition/field     | must be the name of a field
          {"field":"tier"}                       | /condition           | does not say what to ask
          {"field":"tier","in":["a"],"exists":true} | /condition        | several things
          {"field":"tier","in":["high"],"inn":1} | /condition/inn       | Did you mean "in"?
          # the right question for the type
          {"field":"tier","gte":1}               | /condition           | "tier" is a keyword. Use "in"
          {"field":"name","gte":1}               | /condition           | "name" is free text. Use "text"
          {"field":"industry","lt":1}            | /condition           | "industry" is a tree
          {"field":"vip","lt":1}                 | /condition           | "vip" is yes or no
          {"field":"employees","in":["10"]}      | /condition/in        | "employees" is a number. Use gte
          {"field":"total_spend","in":["10"]}    | /condition/in        | an amount of money
          {"field":"birthday","in":["2026-01-31"]} | /condition/in      | "birthday" is a date
          {"field":"name","in":["a"]}            | /condition/in        | Use {"text": …, "fields": ["name"]}
          {"field":"employees","anniversaryWithin":"7d"} | /condition/anniversaryWithin | Only dates
          # values
          {"field":"tier","in":"high"}           | /condition/in        | "in" is a list of values
          {"field":"tier","in":[]}               | /condition/in        | An empty list matches no customer
          {"field":"tier","in":["high",7]}       | /condition/in/1      | must be a string
          {"field":"tier","in":["hgih"]}         | /condition/in/0      | Did you mean "high"?
          {"field":"tier","in":["platinum"]}     | /condition/in/0      | One of: high, medium, low.
          {"field":"tags","in":[" "]}            | /condition/in/0      | is empty
          {"field":"tags","in":["\\ud800"]}      | /condition/in/0      | half a character
          {"field":"tags","in":["a\\u0007"]}     | /condition/in/0      | control character
          {"field":"vip","in":[1]}               | /condition/in/0      | neither true nor false
          {"field":"vip","in":["yes"]}           | /condition/in/0      | neither true nor false
          {"field":"region","in":["朝阳"]}       | /condition/in/0      | 中国/北京/朝阳, 中国/辽宁/朝阳
          {"field":"region","in":["中国/浙江/宁波"]} | /condition/in/0  | is not among the values
          {"field":"industry","in":["a//b"]}     | /condition/in/0      | empty level
          {"field":"tier","exists":"yes"}        | /condition/exists    | true or false
          {"field":"name","exists":false}        | /condition/exists    | it is required
          # ranges
          {"field":"employees","gte":"10"}       | /condition/gte       | not a JSON number
          {"field":"employees","gte":1,"gt":1}   | /condition/gt        | the same end
          {"field":"employees","lte":1,"lt":1}   | /condition/lt        | the same end
          {"field":"employees","gte":5,"lt":5}   | /condition           | The range is empty
          {"field":"employees","gt":5,"lt":6}    | /condition           | The range is empty
          {"field":"employees","gte":6,"lte":5}  | /condition           | The range is empty
          {"field":"employees","gte":5.2,"lte":5.8} | /condition        | The range is empty
          {"field":"employees","gte":1e30}       | /condition/gte       | beyond what a field holds
          {"field":"employees","gte":1e400}      | /condition/gte       | beyond what a field holds
          {"field":"employees","gte":1e-60}      | /condition/gte       | beyond what a field holds
          {"field":"precise","lt":99999999999}   | /condition/lt        | with its 9 decimals
          {"field":"birthday","gte":20260131}    | /condition/gte       | not a date
          {"field":"birthday","gte":"2026-02-30"} | /condition/gte      | "2026-02-30" is not a date
          {"field":"birthday","gte":"2026-01-31T10:00"} | /condition/gte | not a date
          {"field":"birthday","gte":"today-90"}  | /condition/gte       | with units d, w, m and y
          {"field":"birthday","gte":"today-1234567d"} | /condition/gte  | not a date
          {"field":"birthday","gt":"today","lt":"today"} | /condition   | The range is empty
          {"field":"birthday","gte":"today","lt":"today-1w"} | /condition | The range is empty
          {"field":"birthday","gte":"today-1m","lt":"today-60d"} | /condition | The range is empty
          {"field":"birthday","anniversaryWithin":"367d"} | /condition/anniversaryWithin | "0d" to "366d"
          {"field":"birthday","anniversaryWithin":7} | /condition/anniversaryWithin | not a number of days
          # other clauses
          {"text":""}                            | /condition/text      | not empty
          {"text":7}                             | /condition/text      | must be a string
          {"text":"a\\nb"}                       | /condition/text      | control character
          {"text":"a","fields":[]}               | /condition/fields    | at least one field name
          {"text":"a","fields":"name"}           | /condition/fields    | at least one field name
          {"text":"a","fields":["notes"]}        | /condition/fields/0  | does not look into the field "notes"
          {"text":"a","fields":["nmae"]}         | /condition/fields/0  | Did you mean "name"?
          {"text":"a","field":"name"}            | /condition           | "field", "text"
          {"segment":"Key Accounts"}             | /condition/segment   | not the id of a segment
          {"segment":7}                          | /condition/segment   | not the id of a segment
          {"bucket":7}                           | /condition/bucket    | A bucket is a JSON object
          {"bucket":{"salt":"s","from":10,"to":10}} | /condition/bucket | The bucket is empty
          {"bucket":{"salt":"s","from":0,"to":101}} | /condition/bucket/to | from 0 to 100
          {"bucket":{"salt":"s","from":0.5,"to":1}} | /condition/bucket/from | whole number
          {"bucket":{"from":0,"to":1}}           | /condition/bucket/salt | not empty
          {"bucket":{"salt":"s","from":0,"to":1,"form":1}} | /condition/bucket/form | Did you mean "from"?
          # contradictions
          {"all":[{"field":"tier","in":["high"]},{"field":"tier","in":["low"]}]} | /condition/all/1 | has one value
          {"all":[{"field":"industry","in":["a/b"]},{"field":"industry","in":["a/c"]}]} | /condition/all/1 | has one value
          {"all":[{"field":"tier","in":["high","low"]},{"field":"tier","in":["low","medium"]},{"field":"tier","in":["high","medium"]}]} | /condition/all/2 | has one value
          {"all":[{"field":"employees","lt":5},{"field":"vip","in":[true]},{"field":"employees","gte":5}]} | /condition/all/2 | together with /condition/all/0
          {"all":[{"field":"tier","exists":false},{"field":"tier","in":["high"]}]} | /condition/all/1 | a value and none
          {"all":[{"field":"employees","gte":1},{"field":"employees","exists":false}]} | /condition/all/1 | a value and none
          {"all":[{"text":"a"},{"not":{"text":"a"}}]} | /condition/all/1 | the opposite
          """)
  void says_where_and_what_is_wrong(String json, String pointer, String part) {
    List<Fault> faults = faults(json);
    assertThat(faults).hasSize(1);
    assertThat(faults.getFirst().pointer()).isEqualTo(pointer);
    assertThat(faults.getFirst().detail() + " " + faults.getFirst().expected()).contains(part);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"all":[{"field":"industry","in":["a"]},{"field":"industry","in":["a/b"]}]}
          {"all":[{"field":"tags","in":["a"]},{"field":"tags","in":["b"]}]}
          {"all":[{"field":"employees","lte":5},{"field":"employees","gte":5}]}
          {"field":"birthday","gte":"today-1m","lte":"today-30d"}
          {"field":"birthday","gt":"today-2m","lt":"today-1m"}
          {"any":[{"field":"tier","exists":false},{"field":"tier","in":["high"]}]}
          """)
  void does_not_refuse_what_somebody_may_satisfy(String json) {
    assertThat(new ConditionReader(TestSchema.SCHEMA).read(JSON.readTree(json), "")).isNotNull();
  }

  @Test
  void reports_all_faults_at_once() {
    List<Fault> faults =
        faults(
            """
            {"all": [{"field": "teir", "in": ["high"]},
                     {"field": "employees", "gte": "many"},
                     {"any": [{"text": ""}, {"segment": "?"}]}]}
            """);
    assertThat(faults)
        .extracting(Fault::pointer)
        .containsExactly(
            "/condition/all/0/field",
            "/condition/all/1/gte",
            "/condition/all/2/any/0/text",
            "/condition/all/2/any/1/segment");
  }

  @Test
  void sixteen_levels_are_read_and_seventeen_are_not() {
    String clause = "{\"field\":\"tier\",\"in\":[\"high\"]}";
    String sixteen = "{\"not\":".repeat(15) + clause + "}".repeat(15);
    assertThat(read(sixteen)).isInstanceOf(Condition.Not.class);
    assertThat(faults("{\"not\":" + sixteen + "}"))
        .singleElement()
        .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/condition" + "/not".repeat(16)))
        .satisfies(fault -> assertThat(fault.detail()).contains("deeper than 16"));
  }

  @Test
  void five_hundred_clauses_are_read_and_one_more_is_not() {
    assertThat(read(anyOf(499))).isInstanceOf(Condition.Any.class);
    assertThat(faults(anyOf(5_000)))
        .singleElement()
        .satisfies(fault -> assertThat(fault.detail()).contains("more than 500 clauses"));
  }

  @Test
  void ten_thousand_values_are_read_and_one_more_is_not() {
    assertThat(read(values(10_000))).isInstanceOf(Condition.In.class);
    assertThat(faults(values(10_001)))
        .singleElement()
        .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/condition/in"));
  }

  @Test
  void a_long_list_of_wrong_values_does_not_flood_the_answer() {
    String wrong = values(5_000).replace("tags", "tier");
    assertThat(faults(wrong)).hasSize(21);
    assertThat(faults("{\"any\":[" + (wrong + ",").repeat(20) + wrong + "]}")).hasSize(101);
  }

  @Test
  void a_query_may_have_256_characters() {
    assertThat(read("{\"text\":\"" + "杭".repeat(256) + "\"}")).isInstanceOf(Condition.Text.class);
    assertThat(faults("{\"text\":\"" + "杭".repeat(257) + "\"}")).hasSize(1);
  }

  @Test
  void foreign_text_in_messages_is_cut() {
    String name = "x".repeat(40_000);
    assertThat(faults("{\"field\":\"" + name + "\",\"exists\":true}"))
        .singleElement()
        .satisfies(fault -> assertThat(fault.detail()).hasSizeLessThan(200));
    assertThatThrownBy(() -> read("{\"" + name + "\":1}")).isInstanceOf(WinnowException.class);
  }

  private static String anyOf(int parts) {
    return IntStream.range(0, parts)
        .mapToObj(i -> "{\"field\":\"tags\",\"in\":[\"t" + i + "\"]}")
        .collect(Collectors.joining(",", "{\"any\":[", "]}"));
  }

  private static String values(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"v" + i + "\"")
        .collect(Collectors.joining(",", "{\"field\":\"tags\",\"in\":[", "]}"));
  }

  private static Condition read(String json) {
    return new ConditionReader(TestSchema.SCHEMA).read(JSON.readTree(json), "/condition");
  }

  private static List<Fault> faults(String json) {
    WinnowException refusal =
        catchThrowableOfType(WinnowException.class, () -> ConditionFaultsTest.read(json));
    assertThat(refusal).as(json.length() < 500 ? json : "refusal").isNotNull();
    assertThat(refusal.code()).isEqualTo(ProblemCode.INVALID_CONDITION);
    return refusal.faults();
  }
}
