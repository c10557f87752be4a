package dev.winnow.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

final class ActivityReaderTest {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final Instant NOW = Instant.parse("2026-03-31T04:00:00Z");
  private static final long MIDNIGHT = Instant.parse("2026-02-28T16:00:00Z").toEpochMilli();

  private final ActivityReader reader =
      new ActivityReader(
          new Currencies("CNY", Map.of("USD", new BigDecimal("7.1"))),
          SHANGHAI,
          Clock.fixed(NOW, SHANGHAI));
  private final ActivityCodec codec = new ActivityCodec(SHANGHAI);

  @Test
  void a_purchase_keeps_its_quantities_exact() {
    assertThat(
            read(
                """
                {"id":"o1-1","customer":"c7","kind":"purchase","time":"2026-03-01","order":" o1 ",
                 "product":"Bike","category":"Bikes","quantity":-2.5,"amount":-120.12345,
                 "currency":"USD"}
                """))
        .isEqualTo(
            new Activity.Purchase(
                "o1-1", "c7", MIDNIGHT, "o1", "Bike", "Bikes", -2_500, -1_201_235, "USD"));
  }

  @Test
  void what_a_purchase_leaves_out_has_a_plain_meaning() {
    assertThat(
            read(
                """
                {"id":"1","customer":"c","kind":"purchase","time":"2026-03-01","amount":-3}
                """))
        .isEqualTo(new Activity.Purchase("1", "c", MIDNIGHT, "1", "", "", -1_000, -30_000, "CNY"));
  }

  @Test
  void interactions_and_feedback_are_read() {
    assertThat(
            read(
                """
                {"id":"1","customer":"c","kind":"interaction","time":"2026-03-01T00:00",
                 "type":"call","direction":"in","text":"line\\none"}
                """))
        .isEqualTo(new Activity.Interaction("1", "c", MIDNIGHT, "call", "in", "line one"));
    assertThat(
            read(
                """
                {"id":"1","customer":"c","kind":"feedback","time":"2026-02-28T16:00:00Z",
                 "type":"complaint","score":2}
                """))
        .isEqualTo(
            new Activity.Feedback("1", "c", MIDNIGHT, "complaint", OptionalInt.of(2), "", true));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01, 2026-02-28T16:00:00Z",
    "2026-03-01T10:00:00+01:00, 2026-03-01T09:00:00Z",
    "2026-03-01 10:00:00, 2026-03-01T02:00:00Z",
    "2026-03-01T10:00:00.123456Z, 2026-03-01T10:00:00.123Z",
    "2026-04-01T03:59:59Z, 2026-04-01T03:59:59Z"
  })
  void times_without_an_offset_are_in_the_zone(String written, String instant) {
    String json = "{\"id\":\"1\",\"customer\":\"c\",\"kind\":\"purchase\",\"time\":\"%s\"}";
    assertThat(read(json.formatted(written)).time())
        .isEqualTo(Instant.parse(instant).toEpochMilli());
  }

  @Test
  void what_is_encoded_is_decoded_and_read_the_same() {
    for (String json :
        new String[] {
          "{\"id\":\"1\",\"customer\":\"c\",\"kind\":\"purchase\",\"time\":\"1997-01-01\","
              + "\"amount\":999999999999.9999,\"quantity\":0.001,\"category\":\"自行车\"}",
          "{\"id\":\"1\",\"customer\":\"c\",\"kind\":\"interaction\",\"time\":\"2026-03-01\","
              + "\"type\":\"event\"}",
          "{\"id\":\"1\",\"customer\":\"c\",\"kind\":\"feedback\",\"time\":\"2026-03-01\","
              + "\"type\":\"praise\",\"score\":0,\"text\":\"好\",\"open\":true}"
        }) {
      Activity activity = read(json);
      byte[] stored = codec.encode(activity);
      assertThat(codec.decode(stored)).isEqualTo(activity);
      assertThat(reader.read(JSON.readTree(stored), "")).isEqualTo(activity);
    }
  }

  @Test
  void all_faults_are_told_at_once_with_their_places() {
    WinnowException problem =
        refused(
            """
            {"id":" x","kind":"purchase","time":"2026-04-02","amount":1e13,"currency":"JPY",
             "quantity":"2","catgory":"Bikes"}
            """);
    assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_ACTIVITY);
    assertThat(problem.faults())
        .extracting(Fault::pointer)
        .containsExactlyInAnyOrder(
            "/3/id",
            "/3/customer",
            "/3/time",
            "/3/amount",
            "/3/currency",
            "/3/quantity",
            "/3/catgory");
    assertThat(problem)
        .hasMessageContaining("Did you mean \"category\"?")
        .hasMessageContaining("in the future")
        .hasMessageContaining("at most 1,000,000,000,000")
        .hasMessageContaining("Known are: CNY, USD");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | | JSON object",
        "{\"id\":\"1\",\"customer\":\"c\",\"time\":\"2026-03-01\"} | /kind | missing",
        "{\"id\":\"1\",\"customer\":\"c\",\"time\":\"2026-03-01\",\"kind\":\"purchse\"} | /kind |"
            + " Did you mean \"purchase\"?",
        "{\"id\":\"1\",\"customer\":\"c\",\"time\":\"yesterday\",\"kind\":\"purchase\"} | /time |"
            + " cannot be read",
        "{\"id\":\"1\",\"customer\":\"c\",\"time\":\"2026-02-30\",\"kind\":\"purchase\"} | /time |"
            + " cannot be read",
        "{\"id\":\"1\",\"customer\":\"c\",\"time\":\"2026-03-01\",\"kind\":\"interaction\"} | /type"
            + " | call, visit, message, email, event",
        "{\"id\":\"1\",\"customer\":\"c\",\"time\":\"2026-03-01\",\"kind\":\"feedback\","
            + "\"type\":\"praise\",\"score\":101} | /score | from 0 to 100",
        "{\"id\":\"1\",\"customer\":\"c\",\"time\":\"2026-03-01\",\"kind\":\"feedback\","
            + "\"type\":\"praise\",\"open\":\"no\"} | /open | true or false",
        "{\"id\":\"1\",\"customer\":\"c\",\"time\":\"2026-03-01\",\"kind\":\"purchase\","
            + "\"amount\":1e999999999} | /amount | too large"
      })
  void each_fault_says_where_and_what_would_be_right(String json, String pointer, String message) {
    WinnowException problem = refused(json);
    assertThat(problem.faults())
        .singleElement()
        .extracting(Fault::pointer)
        .isEqualTo("/3" + (pointer == null ? "" : pointer));
    assertThat(problem).hasMessageContaining(message);
  }

  private WinnowException refused(String json) {
    return catchThrowableOfType(
        WinnowException.class, () -> reader.read(JSON.readTree(json), "/3"));
  }

  private Activity read(String json) {
    return reader.read(JSON.readTree(json), "");
  }
}
