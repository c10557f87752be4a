package dev.winnow.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import dev.winnow.customer.Customer;
import dev.winnow.customer.FieldValue;
import dev.winnow.matching.Matching.Subject;
import dev.winnow.schema.Schema;
import dev.winnow.schema.SchemaReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What spellings of the same come down to. */
final class MatchingTest {
  private static final Schema SCHEMA = SchemaReader.read(Path.of("index-config"));
  private static final Matching MATCHING = Matching.of(SCHEMA);
  private static final NameReader NAMES = new NameReader(NameWords.of(SCHEMA, Parts.of(SCHEMA)));
  private static final List<String> LATIN =
      List.of(
          "Alfreds Futterkiste", "Café Müller", "Blauer See Delikatessen", "A. O. Smith", "Øst");
  private static final List<String> CHINESE = List.of("云杉软件", "万科企业", "海康威视数字技术", "东方财富信息");
  private static final List<String> LATIN_FORMS =
      List.of("", " GmbH", " Ltd.", ", Inc.", " Co., Ltd.", " S.A.", " LLC", " GmbH & Co. KG");
  private static final List<String> CHINESE_FORMS =
      List.of("", "有限公司", "股份有限公司", "（集团）有限公司", "(集团)股份有限公司", "有限责任公司");

  @Test
  void spellings_of_a_name_have_the_same_key() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    Transliterator traditional = Transliterator.getInstance("Simplified-Traditional");
    for (int i = 0; i < 2_000; i++) {
      String name = one(LATIN, random);
      assertThat(key(latin(name, random))).as(name).isEqualTo(key(name));
      String chinese = one(CHINESE, random);
      String other =
          one(List.of("", "杭州", "北京市", "浙江省杭州市"), random) + chinese + one(CHINESE_FORMS, random);
      other = random.nextBoolean() ? traditional.transliterate(other) : other;
      assertThat(key(other)).as(other).isEqualTo(key(chinese));
    }
  }

  private static String latin(String name, Random random) {
    List<String> words = new ArrayList<>(Arrays.asList(name.split(" ")));
    if (!name.contains(".")) {
      Collections.shuffle(words, random);
    }
    String other = String.join(random.nextBoolean() ? " " : "  ", words) + one(LATIN_FORMS, random);
    return switch (random.nextInt(3)) {
      case 0 -> other.toUpperCase(Locale.ROOT);
      case 1 -> wide(other);
      default -> other.replace("ü", "u\u0308");
    };
  }

  private static String wide(String text) {
    StringBuilder wide = new StringBuilder();
    text.chars().forEach(c -> wide.append((char) (c > ' ' && c < 127 ? c + 0xFEE0 : c)));
    return wide.toString();
  }

  @Test
  void names_that_mean_others_have_other_keys() {
    assertThat(key("云杉软件有限公司")).isNotEqualTo(key("云杉贸易有限公司"));
    assertThat(key("云杉软件有限公司上海分公司")).isNotEqualTo(key("云杉软件有限公司"));
    assertThat(key("云杉软件第一分公司")).isNotEqualTo(key("云杉软件第二分公司"));
    assertThat(key("杭州银行")).isNotEqualTo(key("北京银行"));
    assertThat(key("Plant No. 2 Ltd")).isNotEqualTo(key("Plant No. 3 Ltd"));
  }

  @Test
  void telephone_numbers_are_the_same_however_they_are_written() {
    same("13800138001", "+86 138 0013 8001", "0086-138-0013-8001", "１３８００１３８００１");
    same("0571-88886666", "+86 571 8888 6666", "(0571)88886666", "0571-88886666-801", "88886666");
    same("020 7946 0958", "+44 (0)20 7946 0958", "020 7946 0958 ext. 12", "+44 20 7946 0958");
    assertThat(
            Phone.of("010-88886666").orElseThrow().matches(Phone.of("021-88886666").orElseThrow()))
        .isFalse();
    assertThat(List.of("", "n/a", "00000000", "12345678", "12"))
        .allMatch(text -> Phone.of(text).isEmpty());
  }

  private static void same(String... written) {
    Phone first = Phone.of(written[0]).orElseThrow();
    assertThat(written)
        .allSatisfy(
            text -> {
              Phone phone = Phone.of(text).orElseThrow();
              assertThat(phone.matches(first)).isTrue();
              assertThat(phone.key()).isEqualTo(first.key());
            });
  }

  @Test
  void mailboxes_addresses_and_codes_are_the_same_however_they_are_written() {
    assertThat(Mailbox.of("J.Doe+news@GoogleMail.com").orElseThrow().key())
        .isEqualTo(Mailbox.of("jdoe@gmail.com").orElseThrow().key());
    assertThat(Mailbox.of("INFO@acme.cn").orElseThrow().shared()).isTrue();
    assertThat(Mailbox.of("x@qq.com").orElseThrow().company()).isFalse();
    assertThat(Address.of("文三路 100 号 5 楼").orElseThrow().key())
        .isEqualTo(Address.of("浙江省杭州市西湖区文三路100号").orElseThrow().key());
    assertThat(Address.of("12 Baker St., London").orElseThrow().key())
        .isEqualTo(Address.of("12, Baker Street").orElseThrow().key());
    assertThat(Address.of("Hauptstr. 5").orElseThrow().key())
        .isEqualTo(Address.of("Hauptstraße 5").orElseThrow().key());
  }

  @Test
  void comparing_does_not_depend_on_the_order_nor_on_packing() {
    Subject one = subject("A", "杭州云杉软件有限公司", "0571-88886666", "K1");
    Subject other = subject("B", "云杉軟件", "+86 571 8888 6666", "K2");
    Resemblance there = one.compare(other, Frequencies.RARE);
    Resemblance back = other.compare(one, Frequencies.RARE);
    Resemblance packed =
        Matching.unpacked(one.packed())
            .compare(Matching.unpacked(other.packed()), Frequencies.RARE);
    assertThat(there.score()).isEqualTo(back.score()).isEqualTo(packed.score());
    assertThat(there.differentCodes() && packed.differentCodes()).isTrue();
    assertThat(one.compare(other, _ -> 1_000).score()).isLessThan(there.score());
    assertThat(one.keys()).containsAnyOf(other.keys());
  }

  private static Subject subject(String id, String name, String phone, String code) {
    return MATCHING.subject(
        new Customer(
            id,
            Map.of(
                "name", FieldValue.Words.of(name),
                "phone", FieldValue.Words.of(phone),
                "code", FieldValue.Words.of(code))));
  }

  private static String key(String name) {
    return NAMES.read(name).orElseThrow().key();
  }

  private static String one(List<String> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }
}
