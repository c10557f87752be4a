package dev.winnow.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SegmentIdsTest {
  private final AtomicInteger counter = new AtomicInteger();

  @ParameterizedTest
  @CsvSource({
    "Key accounts, key-accounts",
    "  Größe & Über-Fälle!  , gro-e-uber-falle",
    "Café № 5, cafe-no-5",
    "VIP 客户, vip",
    "ＶＩＰ２, vip2",
    "重点客户, segment-1",
    "重点客户 A, segment-1",
    "A, segment-1",
    "!!!, segment-1",
    "Ключевые клиенты, segment-1",
  })
  void a_name_in_latin_letters_becomes_the_id(String name, String id) {
    assertThat(free(name, Set.of())).isEqualTo(id);
  }

  @Test
  void a_taken_id_gets_a_number() {
    assertThat(free("Deal", Set.of("deal", "deal-2"))).isEqualTo("deal-3");
    assertThat(free("客户", Set.of("segment-1", "segment-2"))).isEqualTo("segment-3");
  }

  @Test
  void every_id_is_valid_however_long_the_name() {
    for (String name : new String[] {"a".repeat(200), "a b ".repeat(50), "-a-".repeat(60)}) {
      String id = free(name, Set.of());
      assertThat(SegmentIds.isValid(id)).as(id).isTrue();
      assertThat(SegmentIds.isValid(free(name, Set.of(id)))).isTrue();
    }
    assertThat(SegmentIds.isValid("a".repeat(65))).isFalse();
    assertThat(SegmentIds.isValid("-a")).isFalse();
    assertThat(SegmentIds.isValid("")).isFalse();
  }

  private String free(String name, Set<String> taken) {
    return SegmentIds.free(name, taken::contains, counter::incrementAndGet);
  }
}
