package dev.winnow.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables in the encodings that companies' programs write. */
final class EncodingTest {
  private static final String SIMPLIFIED =
      """
      客户名称,地区,联系电话,成立日期,注册资本
      杭州云科技有限公司,浙江省,0571-88880001,2015年3月31日,12.5万
      深圳市华为技术有限公司,广东省,0755-28780808,1987年9月15日,3亿
      北京字节跳动科技有限公司,北京市,010-12345678,2012年3月9日,1000万
      """;
  private static final String TRADITIONAL =
      """
      客戶名稱,地區,電話,備註
      台灣積體電路製造股份有限公司,新竹市,03-5636688,半導體龍頭
      鴻海精密工業股份有限公司,新北市,02-22683466,電子代工服務
      國泰金融控股股份有限公司,台北市,02-27087698,銀行與保險
      """;
  private static final String WESTERN =
      """
      name,city,note
      José Muñoz,Málaga,Señor del café
      Jürgen Groß,München,Straße 5
      Müller GmbH & Co. KG,Köln,größere Aufträge
      Société Générale,Orléans,déjà client
      Søren Ågård,København,dårlig betaler
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"GB18030", "UTF-8", "UTF-16LE", "UTF-16BE"})
  void simplified_chinese_is_told_from_all_else(String charset) {
    assertRead(SIMPLIFIED, charset, "杭州云科技有限公司");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Big5", "UTF-8"})
  void traditional_chinese_is_told_from_simplified(String charset) {
    assertRead(TRADITIONAL, charset, "台灣積體電路製造股份有限公司");
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1252", "x-MacRoman", "IBM850", "UTF-16LE"})
  void western_text_is_read_by_the_letters_within_its_words(String charset) {
    assertRead(WESTERN, charset, "José Muñoz");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-MacRoman", "windows-1252"})
  void one_accent_is_enough(String charset) {
    assertRead("id,name\n1,Maria Anders\n2,José Perez\n3,Smith\n", charset, "1");
  }

  @Test
  void polish_and_russian_and_japanese_are_known_too() {
    assertRead(
        "nazwa,miasto\nŻółta Łódź sp. z o.o.,Kraków\nPrzedsiębiorstwo Usługowe,Gdańsk\n",
        "windows-1250",
        "Żółta Łódź sp. z o.o.");
    assertRead(
        "название,город\nГазпром нефть,Санкт-Петербург\nЛукойл,Москва\n",
        "windows-1251",
        "Газпром нефть");
    assertRead("会社名,住所\nトヨタ自動車株式会社,愛知県豊田市\nソニーグループ株式会社,東京都港区\n", "windows-31j", "トヨタ自動車株式会社");
  }

  private void assertRead(String text, String charset, String firstCell) {
    Written table = Written.text(folder, text, Charset.forName(charset));
    FormatGuess guess = table.guess();
    assertThat(guess.charsets().getFirst()).isEqualTo(charset);
    assertThat(guess.certain()).isTrue();
    assertThat(table.cells().getFirst().getFirst()).isEqualTo(firstCell);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void a_byte_order_mark_says_it_all_and_is_no_part_of_the_header(String charset) {
    Written table = Written.text(folder, "\uFEFF名称\t城市\r\n甲\t乙\r\n", Charset.forName(charset));
    assertThat(table.guess().charsets()).containsExactly(charset);
    assertThat(table.header()).containsExactly("名称", "城市");
  }

  @Test
  void what_is_far_behind_the_first_rows_counts() {
    String plain = "10,Smith,London\n".repeat(100_000);
    Written table =
        Written.text(
            folder, "id,name,city\n" + plain + "11,Muñoz,Málaga\n", Charset.forName("x-MacRoman"));
    assertThat(table.guess().charsets().getFirst()).isEqualTo("x-MacRoman");
    assertThat(table.rows().getLast().cells()).containsExactly("11", "Muñoz", "Málaga");
  }

  @Test
  void where_encodings_are_mixed_somebody_is_asked_and_only_the_odd_rows_are_spoilt() {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes("id,name\n1,Müller\n2,José\n3,Ågård\n".getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes("4,Muñoz\n5,Smith\n".getBytes(Charset.forName("windows-1252")));
    Written table = Written.bytes(folder, bytes.toByteArray());
    FormatGuess guess = table.guess();
    assertThat(guess.certain()).isFalse();
    assertThat(guess.charsets()).startsWith("UTF-8", "windows-1252");
    assertThat(table.cells())
        .containsExactly(
            List.of("1", "Müller"),
            List.of("2", "José"),
            List.of("3", "Ågård"),
            List.of("4", "Mu" + RowSource.UNREADABLE + "oz"),
            List.of("5", "Smith"));
    assertThat(table.profile().columns().get(1).odd())
        .containsExactly(new ColumnProfile.Odd(5, "Mu" + RowSource.UNREADABLE + "oz"));
  }
}
