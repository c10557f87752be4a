package dev.winnow.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

final class NormaliserTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Normaliser normaliser = new Normaliser(SmallSchema.SCHEMA);
  private final CustomerCodec codec = new CustomerCodec(SmallSchema.SCHEMA);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"name":"  A\\tB\\r\\nC \\u3000"}                    | {"name":"A B C"}
          {"name":"u\\u0308"}                                  | {"name":"ü"}
          {"name":"x","tier":""}                               | {"name":"x"}
          {"name":"x","tier":null,"tags":[],"mail":""}         | {"name":"x"}
          {"name":"x","tags":["b"," a","a ","",null]}          | {"name":"x","tags":["b","a"]}
          {"name":"x","tier":"high"}                           | {"name":"x","tier":"high"}
          {"name":"x","tier":"HIGH VALUE"}                     | {"name":"x","tier":"high"}
          {"name":"x","tier":"高价值"}                          | {"name":"x","tier":"high"}
          {"name":"x","place":"China/Zhejiang"}                | {"name":"x","place":"中国/浙江"}
          {"name":"x","place":" 中国 / 浙江 "}                  | {"name":"x","place":"中国/浙江"}
          {"name":"x","industry":"银行"}                        | {"name":"x","industry":"银行"}
          {"name":"x","vip":true}                              | {"name":"x","vip":true}
          {"name":"x","mail":" Jo.Doe+a@EXAMPLE.com"}          | {"name":"x","mail":"jo.doe+a@example.com"}
          {"name":"x","mail":"用户@例子.中国"}                    | {"name":"x","mail":"用户@例子.中国"}
          {"name":"x","phone":["(0571) 8812-3456 转 8"]}        | {"name":"x","phone":["(0571) 8812-3456 转 8"]}
          {"name":"x","phone":["＋86（571）８８１２"]}           | {"name":"x","phone":["+86(571)8812"]}
          {"name":"x","spend":12.345}                          | {"name":"x","spend":12.35}
          {"name":"x","spend":-12.345}                         | {"name":"x","spend":-12.35}
          {"name":"x","spend":1e3,"rate":0.0004}               | {"name":"x","spend":1000,"rate":0}
          {"name":"x","spend":1e-2000000}                      | {"name":"x","spend":0}
          {"name":"x","born":"2024-02-29"}                     | {"name":"x","born":"2024-02-29"}
          {"name":"x","born":"2024-02-29T10:00:00Z"}           | {"name":"x","born":"2024-02-29"}
          """)
  void json_is_brought_to_one_form(String raw, String expected) {
    Customer customer = normaliser.fromJson("C1", JSON.readTree(raw), "/fields");
    assertThat(JSON.readTree(codec.encode(customer))).isEqualTo(JSON.readTree(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "x"                                | /fields: The fields are not an object. Give values by field name: {"name": "…"}.
          {}                                 | /fields/name: The field "name" is missing. Every customer must have it.
          {"name":" "}                       | /fields/name: The field "name" is missing. Every customer must have it.
          {"name":5}                         | /fields/name: The value "5" is not a string.
          {"name":["x"]}                     | /fields/name: The value "["x"]" is not a string.
          {"name":"a\\u0007b"}               | /fields/name: The value "a\uFFFDb" contains the control character U+0007; remove it.
          {"name":"a\\ud83d"}                | /fields/name: The value "a\uFFFD" contains half a character (an unpaired surrogate); remove it.
          {"name":"x","tires":1}             | /fields/tires: There is no field "tires". Did you mean "tier"?
          {"name":"x","a~/b":1}              | /fields/a~0~1b: There is no field "a~/b". Known are: name, tier, tags, place, industry, vip, mail, phone, spend, rate, born.
          {"name":"x","tier":"hihg"}         | /fields/tier: The value "hihg" is not in the list of "tier". Did you mean "high"?
          {"name":"x","tags":"a"}            | /fields/tags: The value "a" is not an array of strings.
          {"name":"x","tags":["a",7]}        | /fields/tags/1: The value "7" is not a string.
          {"name":"x","tags":["a\\nb"]}      | /fields/tags/0: The value "a\uFFFDb" contains the control character U+000A; remove it.
          {"name":"x","place":"法国"}          | /fields/place: The value "法国" is not in the list of "place". Known are: 中国, 中国/浙江.
          {"name":"x","industry":"a//b"}     | /fields/industry: The value "a//b" has an empty level; write the levels as in a/b/c.
          {"name":"x","industry":"1/2/3/4/5/6/7/8/9"} | /fields/industry: The value "1/2/3/4/5/6/7/8/9" has 9 levels; at most 8 are allowed.
          {"name":"x","vip":"true"}          | /fields/vip: The value "true" is not true or false.
          {"name":"x","mail":"nobody"}       | /fields/mail: The value "nobody" is not an e-mail address such as name@example.com.
          {"name":"x","mail":"a@b"}          | /fields/mail: The value "a@b" is not an e-mail address such as name@example.com.
          {"name":"x","phone":["12"]}        | /fields/phone/0: The value "12" is not a telephone number: 3 to 20 digits and + - ( ) . / # are allowed.
          {"name":"x","phone":["call 555"]}  | /fields/phone/0: The value "call 555" is not a telephone number: 3 to 20 digits and + - ( ) . / # are allowed.
          {"name":"x","spend":"12"}          | /fields/spend: The value "12" is not a number.
          {"name":"x","spend":1e17}          | /fields/spend: The number is too large. Its absolute value can be at most 92233720368547758.
          {"name":"x","spend":1e2000000}     | /fields/spend: The number is too large. Its absolute value can be at most 92233720368547758.
          {"name":"x","born":"2023-02-29"}   | /fields/born: The value "2023-02-29" is not a date such as "2026-03-31".
          {"name":"x","born":20240229}       | /fields/born: The value "20240229" is not a date such as "2026-03-31".
          {"name":"x","born":"2024/2/29"}    | /fields/born: The value "2024/2/29" is not a date such as "2026-03-31".
          """)
  void wrong_json_is_refused_with_a_pointer(String raw, String fault) {
    var exact = JSON.reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    assertThat(faults(() -> normaliser.fromJson("C1", exact.readTree(raw), "/fields")))
        .containsExactly(fault);
  }

  @Test
  void all_faults_are_reported_at_once() {
    assertThat(
            faults(
                () ->
                    normaliser.fromJson(
                        " ", JSON.readTree("{\"tier\":1,\"x\":1,\"born\":\"no\"}"), "/0/fields")))
        .containsExactly(
            "/id: The id \" \" has blanks around it or is not in Unicode normal form C. It must be"
                + " 1 to 128 characters without blanks around them.",
            "/0/fields/x: There is no field \"x\". Known are: name, tier, tags, place, industry,"
                + " vip, mail, phone, spend, rate, born.",
            "/0/fields/name: The field \"name\" is missing. Every customer must have it.",
            "/0/fields/tier: The value \"1\" is not a string.",
            "/0/fields/born: The value \"no\" is not a date such as \"2026-03-31\".");
  }

  static Stream<Arguments> tooLong() {
    return Stream.of(
        Arguments.of("name", "x".repeat(1_000_000), "1,000,000", "10,000"),
        Arguments.of("industry", "x".repeat(513), "513", "512"),
        Arguments.of("mail", "x@" + "y.".repeat(130) + "com", "265", "254"));
  }

  @ParameterizedTest
  @MethodSource("tooLong")
  void what_is_too_long_is_refused_with_a_short_message(
      String field, String value, String length, String allowed) {
    var fields = JSON.createObjectNode().put("name", "x").put(field, value);
    assertThat(faults(() -> normaliser.fromJson("C1", fields, "/fields")))
        .singleElement()
        .asString()
        .startsWith("/fields/" + field + ": The value \"x")
        .endsWith(" is %s characters long; at most %s are allowed.".formatted(length, allowed))
        .hasSizeLessThan(200);
  }

  @Test
  void too_many_values_are_refused_and_too_many_faults_cut_short() {
    var fields = JSON.createObjectNode().put("name", "x");
    IntStream.range(0, 1001).forEach(i -> fields.withArray("tags").add("t" + i));
    assertThat(faults(() -> normaliser.fromJson("C1", fields, "/fields")))
        .containsExactly("/fields/tags: There are 1,001 values. At most 1,000 are allowed.");
    var wrong = JSON.createObjectNode().put("name", "x");
    IntStream.range(0, 1000).forEach(i -> wrong.withArray("tags").add(i));
    assertThat(faults(() -> normaliser.fromJson("C1", wrong, "/fields"))).hasSize(100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"C1", "a b", "客户/1", "𠮷"})
  void usual_ids_are_accepted(String id) {
    assertThat(Normaliser.checkId(id, "/id")).isEmpty();
  }

  static Stream<String> wrongIds() {
    return Stream.of("", " a", "a\n", "a\u0000b", "\ud800", "u\u0308", "x".repeat(129));
  }

  @ParameterizedTest
  @MethodSource("wrongIds")
  void other_ids_are_refused(String id) {
    assertThat(Normaliser.checkId(id, "/id")).map(Fault::pointer).contains("/id");
  }

  private static List<String> faults(Runnable call) {
    WinnowException refusal = catchThrowableOfType(WinnowException.class, call::run);
    assertThat(refusal.code()).isEqualTo(ProblemCode.INVALID_CUSTOMER);
    return new ArrayList<>(refusal.faults().stream().map(Fault::toString).toList());
  }
}
