package dev.winnow.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.lucene.StoredSource.Layer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
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
        StoredSource.of(bytes(given))
            .with(Layer.COMPUTED, bytes(computed))
            .with(Layer.OVERRIDES, bytes(overrides));
    assertThat(text(source.join())).isEqualTo(joined);
    StoredSource again = StoredSource.of(source.join());
    assertThat(text(again.given())).isEqualTo(given);
    assertThat(text(again.get(Layer.COMPUTED))).isEqualTo(computed.equals("{}") ? "" : computed);
    assertThat(text(again.get(Layer.OVERRIDES))).isEqualTo(overrides.equals("{}") ? "" : overrides);
    StoredSource bare = again.with(Layer.COMPUTED, bytes("{}")).with(Layer.OVERRIDES, bytes("{}"));
    assertThat(text(bare.join())).isEqualTo(given);
  }

  @Test
  void any_layers_come_back_as_they_were() {
    List<String> sources =
        List.of("{}", "{\"*\":[1,\"api:_x\\\"_archived\\\":{}\"]}", "{\"a\":[2,\"}}\"]}");
    for (int chosen = 0; chosen < 81; chosen++) {
      StoredSource source = StoredSource.of(bytes(chosen % 2 == 0 ? "{}" : "{\"a\":\"_b\"}"));
      int rest = chosen;
      for (Layer layer : Layer.values()) {
        source = source.with(layer, bytes(sources.get(rest % 3)));
        rest /= 3;
      }
      StoredSource again = StoredSource.of(source.join());
      assertThat(again.given()).isEqualTo(source.given());
      for (Layer layer : Layer.values()) {
        assertThat(again.get(layer)).as("%d %s", chosen, layer).isEqualTo(source.get(layer));
      }
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
