package dev.winnow.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StoredSourceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | {} | {} | {}",
        "{\"a\":1} | {} | {} | {\"a\":1}",
        "{\"a\":\"}}\"} | {} | {} | {\"a\":\"}}\"}",
        "{\"a\":1} | {\"b\":2} | {} | {\"a\":1,\"_computed\":{\"b\":2}}",
        "{} | {\"b\":2} | {} | {\"_computed\":{\"b\":2}}",
        "{\"a\":1} | {} | {\"t\":{\"r\":\"x\"}} | {\"a\":1,\"_overrides\":{\"t\":{\"r\":\"x\"}}}",
        "{} | {} | {\"t\":{}} | {\"_overrides\":{\"t\":{}}}",
        "{\"a\":1} | {\"b\":2} | {\"t\":{}} |"
            + " {\"a\":1,\"_computed\":{\"b\":2},\"_overrides\":{\"t\":{}}}",
        "{\"a\":\"x,\\\"_computed\\\":{}}\"} | {\"b\":\"\\\"_overrides\\\":}}\"} | {\"t\":{}} |"
            + " {\"a\":\"x,\\\"_computed\\\":{}}\",\"_computed\":{\"b\":\"\\\"_overrides\\\":}}\"},"
            + "\"_overrides\":{\"t\":{}}}",
        "{\"名\":\"招商\"} | {\"b\":\"银行\"} | {} | {\"名\":\"招商\",\"_computed\":{\"b\":\"银行\"}}"
      })
  void layers_are_put_together_and_taken_apart(
      String given, String computed, String overrides, String joined) {
    StoredSource source =
        StoredSource.of(bytes(given)).withComputed(bytes(computed)).withOverrides(bytes(overrides));
    assertThat(text(source.join())).isEqualTo(joined);
    StoredSource again = StoredSource.of(source.join());
    assertThat(text(again.given())).isEqualTo(given);
    assertThat(text(again.computed())).isEqualTo(computed.equals("{}") ? "" : computed);
    assertThat(text(again.overrides())).isEqualTo(overrides.equals("{}") ? "" : overrides);
    assertThat(text(again.withComputed(bytes("{}")).withOverrides(bytes("{}")).join()))
        .isEqualTo(given);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
