package dev.winnow.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import dev.winnow.schema.Schema.SearchSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class KeywordQueryTest {
  @TempDir static Path folder;
  static final KeywordQuery QUERY = new KeywordQuery(LookupSchema.SCHEMA);
  private static final Columns COLUMNS = new Columns(LookupSchema.SCHEMA);
  static LookupIndex index;
  static LookupIndex.Reader reader;

  @BeforeAll
  static void fill() throws Exception {
    index = new LookupIndex(folder, LookupSchema.SCHEMA, 3);
    for (int i = 0; i < 20; i++) {
      index.put(LookupSchema.customer("gone-" + i, "name", "招商银行", "phone", "13800138000"));
    }
    index.put(
        LookupSchema.customer(
            "C1",
            "name",
            "招商银行",
            "fullname",
            "招商银行股份有限公司",
            "enname",
            "China Merchants Bank Co., Ltd.",
            "phone",
            "+86 755-8319 8888",
            "email",
            "95555@cmbchina.com"));
    index.put(
        LookupSchema.customer(
            "C2",
            "name",
            "招商证券",
            "fullname",
            "招商证券股份有限公司",
            "enname",
            "China Merchants Securities Co., Ltd.",
            "tier",
            "low"));
    index.put(
        LookupSchema.customer(
            "C3", "name", "招商公路", "fullname", "招商局公路网络科技控股股份有限公司", "tier", "high"));
    index.put(LookupSchema.customer("C4", "name", "中国农业发展银行", "address", "北京市西城区月坛北街甲2号"));
    index.put(LookupSchema.customer("C5", "name", "杭州某某软件有限公司", "address", "浙江省杭州市余杭区文一西路969号"));
    index.put(
        LookupSchema.customer(
            "C6", "name", "恒生电子", "fullname", "恒生软件系统有限公司", "address", "浙江省杭州市滨江区"));
    index.put(
        LookupSchema.customer(
            "C7", "name", "重庆啤酒", "enname", "Chongqing Brewery", "phone", "(0086) 23 8888-1234"));
    index.put(LookupSchema.customer("C8", "name", "长安汽车", "code", "SH-0042/A"));
    index.put(LookupSchema.customer("C9", "name", "厦门国际银行", "phone", "138-0013-8000"));
    index.put(
        LookupSchema.customer(
            "C10", "name", "TCL科技", "fullname", "TCL科技集团股份有限公司", "enname", "TCL Technology Group"));
    index.put(
        LookupSchema.customer(
            "C11",
            "name",
            "Müller & Söhne GmbH",
            "enname",
            "Mueller and Sons",
            "email",
            "Hans.Mueller@mueller-soehne.de"));
    index.put(LookupSchema.customer("C12", "name", "Microsoft China", "address", "Shanghai"));
    index.put(LookupSchema.customer("C13", "name", "Nestlé S.A.", "address", "Vevey"));
    index.put(LookupSchema.customer("C14", "name", "臺灣積體電路製造", "enname", "TSMC"));
    index.put(LookupSchema.customer("C15", "name", "王莉", "phone", "13912345678"));
    index.put(LookupSchema.customer("C16", "name", "吕律师事务所"));
    index.put(LookupSchema.customer("C17", "name", "西安饮食"));
    index.put(LookupSchema.customer("C18", "name", "𠮷野家"));
    index.put(LookupSchema.customer("C19", "name", "农业银行", "enname", "O'Reilly Bank"));
    for (int i = 0; i < 20; i++) {
      index.delete("gone-" + i);
    }
    reader = index.open();
  }

  @AfterAll
  static void close() throws Exception {
    reader.close();
    index.close();
  }

  @ParameterizedTest(name = "{0} finds {1}")
  @CsvSource({
    "招商, C3 C2 C1",
    "招商银行, C1",
    "银行, C1 C19 C9 C4",
    "招商 公司, C3 C2 C1",
    "杭州 软件, C5 C6",
    "软件 杭州, C5 C6",
    "农业, C19 C4",
    "CL科技, C10",
    "tcl, C10",
    "zhaoshang, C3 C2 C1",
    "zhaoshangyinhang, C1",
    "zhao shang yin hang, C1",
    "zsyh, C1",
    "zhaoshangyinh, C1",
    "chongqingpijiu, C7",
    "changan, C8",
    "xiamen, C9",
    "xian, C17",
    "xi'an, C17",
    "lvshi, C16",
    "lushi, C16",
    "tclkeji, C10",
    "台湾, C14",
    "臺灣, C14",
    "農業發展, C4",
    "ＴＣＬ科技, C10",
    "muller, C11",
    "Müller, C11",
    "nestle, C13",
    "micro, C12",
    "microsfot, C12",
    "nicrosoft, C12",
    "oreilly, C19",
    "13800138000, C9",
    "+86 138 0013 8000, C9",
    "0013, C9",
    "023 88881234, C7",
    "95555@cmbchina.com, C1",
    "cmbchina.com, C1",
    "@mueller-soehne, C11",
    "hans.mu, C11",
    "sh-0042/a, C8",
    "SH-0042, C8",
    "王, C15",
    "𠮷, C18",
    "969号, C5",
    "c12, C12",
    "农行, C19",
  })
  void finds(String text, String expected) throws Exception {
    List<String> ids = reader.ids(QUERY.ranking(text, COLUMNS), 10);
    assertThat(String.join(" ", ids)).startsWith(expected);
    assertThat(reader.count(QUERY.matching(text, List.of())))
        .isEqualTo(reader.count(QUERY.ranking(text, COLUMNS)));
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void hostile_text_costs_little_and_fails_nothing(String text) throws Exception {
    assertThat(reader.count(QUERY.matching(text, List.of())))
        .isEqualTo(reader.count(QUERY.ranking(text, COLUMNS)));
    reader.count(QUERY.typing(text, COLUMNS));
    reader.count(QUERY.matching(text, List.of("name")));
    new Highlights(QUERY)
        .of(text, LookupSchema.customer("X", "name", text + " 招商", "phone", text + "1"));
  }

  static List<String> hostileTexts() {
    return List.of(
        "",
        " ",
        "！？。，、",
        "*".repeat(300),
        "a".repeat(5000),
        "招".repeat(5000),
        "zhang".repeat(200),
        "ananananananananananananananananananananananananananananananananan",
        "x ".repeat(100),
        "bank ".repeat(100),
        "a.b-c_d@e".repeat(50),
        "农行 ".repeat(60),
        "1".repeat(400),
        "\uD83D",
        "\uDE00招商\uD83D",
        "😀😀 👨‍👩‍👧‍👦",
        "\u0000\u0001 ^$ ^招 招$",
        "e\u0301\u0301\u0301".repeat(100),
        "ﷺ".repeat(100));
  }

  @Test
  void many_words_over_many_fields_stay_below_the_clause_limit() throws Exception {
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      fields.add(new Field.Text(LookupSchema.searched("f" + i)));
    }
    KeywordQuery wide = new KeywordQuery(Schema.of(fields, "f0", SearchSettings.NONE));
    for (String text : hostileTexts()) {
      assertThat(reader.count(wide.ranking(text, COLUMNS))).isZero();
    }
  }
}
