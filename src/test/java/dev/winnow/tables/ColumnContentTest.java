package dev.winnow.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.tables.ColumnProfile.Content;
import dev.winnow.tables.ColumnProfile.Count;
import dev.winnow.tables.ColumnProfile.Dates;
import dev.winnow.tables.ColumnProfile.Empty;
import dev.winnow.tables.ColumnProfile.Form;
import dev.winnow.tables.ColumnProfile.Like;
import dev.winnow.tables.ColumnProfile.Numbers;
import dev.winnow.tables.ColumnProfile.Odd;
import dev.winnow.tables.ColumnProfile.Words;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What columns are taken for, seen from all of their cells. */
final class ColumnContentTest {
  /** A table in memory. */
  private record Cells(List<String> header, Iterator<Row> rows) implements RowSource {
    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public Row next() {
      return rows.next();
    }

    @Override
    public void close() {}
  }

  private static ColumnProfile column(String name, String... cells) {
    return column(name, Stream.of(cells));
  }

  private static ColumnProfile column(String name, Stream<String> cells) {
    long[] line = {1};
    Iterator<Row> rows = cells.map(cell -> new Row(++line[0], List.of(cell))).iterator();
    return TableProfiler.profile(new Cells(List.of(name), rows), read -> {}).columns().getFirst();
  }

  private static Content content(String name, String... cells) {
    return column(name, cells).content();
  }

  private static Dates dates(String... patterns) {
    return new Dates(List.of(patterns), false, false);
  }

  private static Numbers numbers(boolean whole, boolean comma) {
    return new Numbers(whole, comma, false, "", false);
  }

  @Test
  void a_day_above_twelve_tells_day_from_month() {
    assertThat(content("d", "1/2/2024", "31/3/2024")).isEqualTo(dates("d/M/yyyy"));
    assertThat(content("d", "1/2/2024", "3/31/2024")).isEqualTo(dates("M/d/yyyy"));
    assertThat(content("d", "1-2-24", "31-3-24")).isEqualTo(dates("d-M-yy"));
    assertThat(content("d", "01.02.2024", "03.04.2024")).isEqualTo(dates("d.M.yyyy"));
  }

  @Test
  void years_of_other_reckonings_are_known_by_their_names() {
    assertThat(content("d", "民國113年5月20日", "民国99年12月1日")).isEqualTo(dates("minguo"));
    assertThat(content("建檔日(民國)", "113/05/20", "99/12/01")).isEqualTo(dates("minguo"));
    assertThat(content("d", "113/05/20", "99/12/01")).isNotInstanceOf(Dates.class);
    assertThat(content("d", "令和6年5月20日", "平成元年12月1日")).isEqualTo(dates("era"));
    assertThat(content("登録日", "R6.5.20", "H30.12.1")).isEqualTo(dates("era"));
    assertThat(content("版", "R6.5.20", "H30.12.1")).isNotInstanceOf(Dates.class);
    assertThat(content("d", "二〇二四年五月二十日", "二零二四年十二月三十一日")).isEqualTo(dates("numerals"));
  }

  @Test
  void the_half_of_the_day_may_stand_before_the_hour() {
    assertThat(content("d", "2024/5/20 上午 10:00:00", "2024/5/21 下午 1:00:00"))
        .isEqualTo(new Dates(List.of("yyyy/M/d"), false, true));
    assertThat(content("d", "2024年5月20日10:00", "２０２４年５月２１日"))
        .isEqualTo(new Dates(List.of("yyyy年M月d日"), false, true));
  }

  @Test
  void seconds_and_milliseconds_are_moments_where_the_name_says_so() {
    assertThat(content("created_ts", "1716199200", "1700000000")).isEqualTo(dates("epoch"));
    assertThat(content("createdAt", "1716199200000", "1700000000000")).isEqualTo(dates("epoch"));
    assertThat(content("phone", "1716199200", "1700000000")).isNotInstanceOf(Dates.class);
  }

  @Test
  void where_nothing_tells_somebody_must_be_asked() {
    Dates balanced = (Dates) content("d", "1/2/2024", "3/4/2024");
    assertThat(balanced.balanced()).isTrue();
    assertThat(balanced.patterns()).containsExactlyInAnyOrder("d/M/yyyy", "M/d/yyyy");
    Dates both = (Dates) content("d", "13/4/2024", "4/13/2024", "1/2/2024");
    assertThat(both.balanced()).isTrue();
  }

  @Test
  void another_column_of_the_table_may_tell() {
    Iterator<Row> rows =
        List.of(
                new Row(2, List.of("1/2/2024", "31/12/2024", "1.234", "1.234,5")),
                new Row(3, List.of("3/4/2024", "30/11/2024", "2.345", "7,5")))
            .iterator();
    TableProfile profile =
        TableProfiler.profile(new Cells(List.of("a", "b", "c", "d"), rows), read -> {});
    assertThat(profile.columns().get(0).content()).isEqualTo(dates("d/M/yyyy"));
    assertThat(profile.columns().get(2).content()).isEqualTo(numbers(true, true));
  }

  @Test
  void days_are_written_in_many_ways() {
    assertThat(content("d", "2026-03-31", "2026-04-01")).isEqualTo(dates("yyyy-MM-dd"));
    assertThat(content("d", "2026/3/31", "2026/4/1", "2026/11/10")).isEqualTo(dates("yyyy/M/d"));
    assertThat(content("d", "2026年3月31日", "2025年12月1日")).isEqualTo(dates("yyyy年M月d日"));
    assertThat(content("d", "20260331", "20251201")).isEqualTo(dates("yyyyMMdd"));
    assertThat(content("d", "31-Mar-2026", "1-Dec-2025")).isEqualTo(dates("d-MMM-yyyy"));
    assertThat(content("d", "March 31, 2026", "June 1, 2025")).isEqualTo(dates("MMMM d, yyyy"));
    assertThat(content("d", "2026-03-31T10:00:00Z", "2026-03-31T11:30:00+08:00"))
        .isEqualTo(new Dates(List.of("yyyy-MM-dd'T'HH:mm:ssXXX"), false, true));
    assertThat(content("d", "3/31/2026 1:05 PM", "4/1/2026 12:00 AM"))
        .isEqualTo(new Dates(List.of("M/d/yyyy h:mm a"), false, true));
  }

  @Test
  void what_is_no_day_is_none() {
    assertThat(content("d", "2024-13-01", "2024-02-30", "99999999")).isNotInstanceOf(Dates.class);
    assertThat(content("version", "1.2.3", "1.2.4")).isNotInstanceOf(Dates.class);
  }

  @Test
  void serial_numbers_are_days_only_where_the_name_or_other_cells_say_so() {
    assertThat(content("order date", "45000", "45001.5")).isEqualTo(dates("excel"));
    assertThat(content("日期", "45000", "2024-01-05", "45010"))
        .isEqualTo(dates("excel", "yyyy-MM-dd"));
    assertThat(content("price", "45000", "45001")).isEqualTo(numbers(true, false));
    assertThat(content("order date", "450", "451")).isEqualTo(numbers(true, false));
  }

  @Test
  void numbers_come_in_every_dress() {
    assertThat(content("n", "$90,000 ", "$10,000"))
        .isEqualTo(new Numbers(true, false, false, "USD", false));
    assertThat(content("n", "1.234,56", "7,10")).isEqualTo(numbers(false, true));
    assertThat(content("n", "1,234.56", "7.10")).isEqualTo(numbers(false, false));
    assertThat(content("n", "12.5万", "3亿", "800")).isEqualTo(numbers(false, false));
    assertThat(content("n", "¥1,200.50元", "￥3"))
        .isEqualTo(new Numbers(false, false, false, "CNY", false));
    assertThat(content("n", "12.5%", "7%")).isEqualTo(numbers(false, false));
    assertThat(content("n", "(1,234.50)", "12.00")).isEqualTo(numbers(false, false));
    assertThat(content("n", "1 234,50", "99,90")).isEqualTo(numbers(false, true));
    assertThat(content("n", "1'234.50", "99.90")).isEqualTo(numbers(false, false));
    assertThat(content("n", "1.234,50-", "99,90")).isEqualTo(numbers(false, true));
    assertThat(content("n", "-5", "+7", "1.5E3")).isEqualTo(numbers(false, false));
    assertThat(content("n", "12,34,567.00", "5.25")).isEqualTo(numbers(false, false));
  }

  @Test
  void one_mark_before_three_digits_may_be_either() {
    assertThat(content("n", "1.234", "5.678"))
        .isEqualTo(new Numbers(false, false, true, "", false));
    assertThat(content("n", "1.234", "999")).isEqualTo(numbers(true, true));
    assertThat(content("n", "1,234", "999")).isEqualTo(numbers(true, false));
    assertThat(content("n", "1,234", "99999")).isEqualTo(numbers(false, true));
    assertThat(content("n", "1.234 €", "5.678 €"))
        .isEqualTo(new Numbers(true, true, false, "EUR", false));
    assertThat(content("n", "0.125", "1.234")).isEqualTo(numbers(false, false));
  }

  @Test
  void ids_may_look_like_fractions() {
    Numbers codes = new Numbers(true, false, false, "", true);
    assertThat(content("CustomerID", "17850.0", "13047.0", "")).isEqualTo(codes);
    assertThat(content("customer", "17850.0", "13047.0")).isEqualTo(codes);
    assertThat(content("quantity", "1.0", "12.0")).isEqualTo(numbers(true, false));
  }

  @Test
  void codes_and_phones_are_never_numbers() {
    assertThat(content("plz", "01067", "80331", "10115")).isEqualTo(new Like(Form.CODE));
    assertThat(content("信用代码", "91330100MA27XQLD3K", "91110000101620039X"))
        .isEqualTo(new Like(Form.CODE));
    assertThat(content("account", "6222021234567890123", "6222021234567890124"))
        .isEqualTo(new Like(Form.CODE));
    assertThat(content("x", "13812345678", "15912345678")).isEqualTo(new Like(Form.PHONE));
    assertThat(content("x", "(206) 555-9857", "+49 30 1234567")).isEqualTo(new Like(Form.PHONE));
    assertThat(content("Telefon", "88.60.15.31", "0921-12 34 65", "7675-3425"))
        .isEqualTo(new Like(Form.PHONE));
    assertThat(content("mail", "a@b.cn", "c.d@e-f.com")).isEqualTo(new Like(Form.EMAIL));
    assertThat(content("site", "http://a.b", "www.c.de")).isEqualTo(new Like(Form.URL));
    assertThat(content("vip", "是", "否", "是")).isEqualTo(new Like(Form.YES_NO));
    assertThat(content("name", "Smith", "Jones 2")).isEqualTo(new Words());
  }

  @Test
  void texts_that_mean_no_value_are_found_and_not_counted() {
    ColumnProfile column = column("n", "5", "NULL", "-", "N/A", "7", "", "5");
    assertThat(column.nulls()).containsExactly("NULL", "-", "N/A");
    assertThat(column.rows()).isEqualTo(7);
    assertThat(column.filled()).isEqualTo(3);
    assertThat(column.distinct()).isEqualTo(2);
    assertThat(column.top()).containsExactly(new Count("5", 2), new Count("7", 1));
    assertThat(column.content()).isEqualTo(numbers(true, false));
    assertThat(content("n", "NULL", "", "NULL")).isEqualTo(new Empty());
  }

  @Test
  void such_texts_are_values_where_they_have_a_meaning() {
    assertThat(column("会员", "有", "无", "有").nulls()).isEmpty();
    assertThat(column("country", "US", "DE", "NA", "FR", "CN").nulls()).isEmpty();
    assertThat(column("给名", "unknown", "unknown", "unknown", "x").nulls()).isEmpty();
    assertThat(column("first_name", "Nan", "Ann", "Li").nulls()).isEmpty();
  }

  @Test
  void a_few_cells_that_do_not_fit_are_shown_with_their_rows() {
    List<String> cells = new ArrayList<>(IntStream.range(0, 40).mapToObj(i -> "" + i).toList());
    cells.set(20, "n.n.");
    ColumnProfile column = column("n", cells.stream());
    assertThat(column.content()).isEqualTo(numbers(true, false));
    assertThat(column.odd()).containsExactly(new Odd(22, "n.n."));
  }

  @Test
  void the_last_rows_count_as_much_as_the_first() {
    Stream<String> cells =
        Stream.concat(Stream.generate(() -> "3/4/2024").limit(50_000), Stream.of("31/12/2024"));
    assertThat(column("d", cells).content()).isEqualTo(dates("d/M/yyyy"));
  }

  @Test
  void more_values_than_can_be_held_are_many_but_the_commonest_stay() {
    Stream<String> cells =
        IntStream.range(0, 300_000).mapToObj(i -> i % 10 == 0 ? "often" : "value " + i);
    ColumnProfile column = column("w", cells);
    assertThat(column.distinct()).isEqualTo(ColumnProfile.MANY);
    assertThat(column.filled()).isEqualTo(300_000);
    assertThat(column.top().getFirst().value()).isEqualTo("often");
    assertThat(column.top().getFirst().count()).isBetween(25_000L, 33_000L);
  }
}
