package dev.winnow.tables;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.tables.ColumnProfile.Content;
import dev.winnow.tables.ColumnProfile.Dates;
import dev.winnow.tables.ColumnProfile.Empty;
import dev.winnow.tables.ColumnProfile.Like;
import dev.winnow.tables.ColumnProfile.Numbers;
import dev.winnow.tables.ColumnProfile.Words;
import dev.winnow.tables.TableFormat.FixedWidth;
import dev.winnow.tables.TableFormat.Place;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real tables, each written in its own way. */
final class SharedDataTest {
  private static final Path DATA = Path.of("../shared/data");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          adventureworks/AdventureWorks_Product_Categories.csv | 4 | whole words
          adventureworks/AdventureWorks_Product_Subcategories.csv | 37 | whole words whole
          adventureworks/AdventureWorks_Products.csv | 293 | whole whole code words words words words words words numbers numbers
          adventureworks/AdventureWorks_Returns.csv | 1809 | d/M/yyyy whole whole whole
          adventureworks/AdventureWorks_Sales_2015.csv.gz | 2630 | M/d/yyyy M/d/yyyy code whole whole whole whole whole numbers
          adventureworks/AdventureWorks_Sales_2016.csv.gz | 23935 | M/d/yyyy M/d/yyyy code whole whole whole whole whole numbers
          adventureworks/AdventureWorks_Sales_2017.csv.gz | 29481 | M/d/yyyy M/d/yyyy code whole whole whole whole whole numbers
          adventureworks/AdventureWorks_Territories.csv | 10 | whole words words words
          cn_a_share/a_share_companies.csv | 5418 | code words words words words words words words yyyyMMdd words words
          cn_divisions/areas.csv | 2978 | whole words whole whole
          cn_divisions/cities.csv | 342 | whole words whole
          cn_divisions/provinces.csv | 31 | whole words
          gbt4754/gbt4754_2011.csv | 1424 | code words words
          northwind/categories.csv | 8 | whole words words
          northwind/customers.csv | 91 | code words words words words words words words words phone phone
          northwind/order_details.csv | 2155 | whole whole numbers whole numbers
          northwind/products.csv | 77 | whole words whole whole words numbers whole whole whole whole
          rfm_orders/rfm_data_orders.csv | 4906 | words yyyy-MM-dd whole words words email
          sp500/constituents.csv | 503 | code words words words words yyyy-MM-dd whole whole
          wholesale/wholesale_customers.csv | 440 | whole whole whole whole whole whole whole whole whole
          """)
  void a_csv_file_in_utf_8_is_read_without_being_told_how(String file, long rows, String contents) {
    Written table = new Written(DATA.resolve(file));
    FormatGuess guess = table.guess();
    assertThat(guess)
        .isEqualTo(new FormatGuess(TableFormat.CSV, List.of("UTF-8"), true, List.of()));
    TableProfile profile = table.profile();
    assertThat(profile.rows()).isEqualTo(rows);
    assertThat(profile.uneven()).isEmpty();
    assertThat(contents(profile)).isEqualTo(contents);
  }

  @Test
  void customers_in_an_old_encoding_have_dollars_and_american_birthdays() {
    Written table = new Written(DATA.resolve("adventureworks/AdventureWorks_Customers.csv.gz"));
    FormatGuess guess = table.guess();
    assertThat(guess.format()).isEqualTo(TableFormat.csv(Charset.forName("windows-1252"), ','));
    assertThat(guess.certain()).isTrue();
    TableProfile profile = table.profile();
    assertThat(contents(profile))
        .isEqualTo(
            "whole words words words M/d/yyyy words words email whole whole words words yes-no");
    assertThat(profile.columns().get(8).content())
        .isEqualTo(new Numbers(true, false, false, "USD", false));
    assertThat(profile.columns().get(6).nulls()).containsExactly("NA");
    assertThat(profile.columns().get(0).distinct()).isEqualTo(ColumnProfile.MANY);
  }

  @Test
  void columns_of_fixed_width_are_where_no_line_is_blank() {
    Written table = new Written(DATA.resolve("cdnow_sample/CDNOW_sample.txt"));
    assertThat(table.guess().format())
        .isEqualTo(
            new FixedWidth(
                StandardCharsets.UTF_8,
                List.of(
                    new Place("column 1", 2, 6),
                    new Place("column 2", 8, 11),
                    new Place("column 3", 13, 20),
                    new Place("column 4", 22, 23),
                    new Place("column 5", 26, 31))));
    assertThat(contents(table.profile())).isEqualTo("code code yyyyMMdd whole numbers");
  }

  @Test
  void the_literal_text_null_is_no_value_and_midnight_no_time() {
    TableProfile orders = new Written(DATA.resolve("northwind/orders.csv")).profile();
    ColumnProfile shipped = orders.columns().get(5);
    assertThat(shipped.content())
        .isEqualTo(new Dates(List.of("yyyy-MM-dd HH:mm:ss.SSS"), false, false));
    assertThat(shipped.nulls()).containsExactly("NULL");
    assertThat(shipped.filled()).isEqualTo(809);
    assertThat(new Written(DATA.resolve("northwind/employees.csv")).profile().rows()).isEqualTo(9);
  }

  @Test
  void a_word_for_none_is_no_value_where_others_are_the_rule() {
    TableProfile companies =
        new Written(DATA.resolve("cn_a_share/a_share_companies.csv")).profile();
    ColumnProfile owner = companies.columns().get(10);
    assertThat(owner.nulls()).containsExactly("无");
    assertThat(owner.top().getFirst()).isEqualTo(new ColumnProfile.Count("民营企业", 1505));
  }

  private static String contents(TableProfile profile) {
    return profile.columns().stream().map(column -> word(column.content())).collect(joining(" "));
  }

  private static String word(Content content) {
    return switch (content) {
      case Empty _ -> "empty";
      case Words _ -> "words";
      case Like(var form) -> form.name().toLowerCase(Locale.ROOT).replace('_', '-');
      case Numbers numbers -> numbers.whole() ? "whole" : "numbers";
      case Dates dates -> String.join(",", dates.patterns());
    };
  }
}
