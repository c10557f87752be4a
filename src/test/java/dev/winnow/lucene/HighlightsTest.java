package dev.winnow.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.customer.Customer;
import dev.winnow.customer.FieldValue.Words;
import dev.winnow.engine.Hit.Highlight;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HighlightsTest {
  private final Highlights highlights = new Highlights(new KeywordQuery(LookupSchema.SCHEMA));

  @ParameterizedTest(name = "{0} in {1}: {2}")
  @CsvSource({
    "招商, 招商银行股份有限公司, [招商]银行股份有限公司",
    "商, 招商银行, 招[商]银行",
    "招商 公司, 招商银行有限公司, [招商]银行有限[公司]",
    "業集團, 深圳振业(集团)公司, 深圳振[业(集团])公司",
    "CL科技, TCL科技集团, T[CL科技]集团",
    "ｔｃｌ, TCL科技集团, [TCL]科技集团",
    "zhaoshang, 中国招商银行, 中国[招商]银行",
    "zhao, 中国招商银行, 中国[招]商银行",
    "shangyinh, 中国招商银行, 中国招[商银行]",
    "zsyh, 中国招商银行, 中国[招商银行]",
    "zs, 中国招商银行, 中国[招商]银行",
    "muller, Hans Müller GmbH, Hans [Müller] GmbH",
    "micro, The Microsoft Shop, The [Micro]soft Shop",
    "microsfot, The Microsoft Shop, The [Microsoft] Shop",
    "野家, 𠮷野家, 𠮷[野家]",
    "𠮷, 我的𠮷野家, 我的[𠮷]野家",
    "good, 😀 good, 😀 [good]",
    "农行, 中国农业银行, 中国[农业银行]",
    "fi, ﬁne oﬃce, [ﬁ]ne oﬃce",
    "招商, Nothing here, Nothing here",
  })
  void marks_what_was_found_in_a_name(String text, String name, String marked) {
    assertThat(marked(text, "name", name)).isEqualTo(marked);
  }

  @ParameterizedTest(name = "{0} in {2}: {3}")
  @CsvSource({
    "7558319, phone, +86 755-8319 8888, +86 [755-8319] 8888",
    "8319, phone, +86 755-8319 8888, +86 755-[8319] 8888",
    "755 8319, phone, +86 755-8319 8888, +86 [755-8319] 8888",
    "hans.mu, email, Hans.Mueller@acme.de, [Hans.Mu]eller@acme.de",
    "acme, email, Hans.Mueller@acme.de, Hans.Mueller@[acme].de",
    "@acme.de, email, Hans.Mueller@acme.de, Hans.Mueller@[acme.de]",
    "sh-00, code, SH-0042/A, [SH-00]42/A",
  })
  void marks_what_was_found_in_phones_mails_and_codes(
      String text, String field, String value, String marked) {
    assertThat(marked(text, field, value)).isEqualTo(marked);
  }

  @Test
  void names_the_value_of_a_field_with_several() {
    Customer customer = new Customer("C1", Map.of("phone", Words.of("021-1234567", "13800138000")));
    assertThat(highlights.of("0138", customer))
        .isEqualTo(Map.of("phone", List.of(new Highlight(1, 4, 8))));
  }

  private String marked(String text, String field, String value) {
    Customer customer = new Customer("C1", Map.of(field, Words.of(value)));
    List<Highlight> found = highlights.of(text, customer).getOrDefault(field, List.of());
    StringBuilder marked = new StringBuilder(value);
    for (Highlight highlight : found.reversed()) {
      marked.insert(highlight.end(), ']').insert(highlight.start(), '[');
    }
    return marked.toString();
  }
}
