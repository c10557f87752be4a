package dev.winnow.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ValueFinderTest {
  private final ValueFinder regions = finder("region");

  private static ValueFinder finder(String field) {
    return ValueFinder.of(Proposals.SCHEMA.field(field).orElseThrow()).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "深圳 | 中国/广东/深圳",
        "深圳市 | 中国/广东/深圳",
        "广东 | 中国/广东",
        "廣東省 | 中国/广东",
        "GD | 中国/广东",
        "Guangdong | 中国/广东",
        "Guangdong Province | 中国/广东",
        "内蒙 | 中国/内蒙古",
        "内蒙古自治区 | 中国/内蒙古",
        "吉林 | 中国/吉林",
        "吉林/吉林市 | 中国/吉林/吉林",
        "北京市/市辖区/朝阳区 | 中国/北京/朝阳区",
        "北京/北京 | 中国/北京",
        "广东省深圳市南山区 | 中国/广东/深圳/南山区",
        "广东深圳 | 中国/广东/深圳",
        "广东-深圳 | 中国/广东/深圳",
        "'Shenzhen, Guangdong, China' | 中国/广东/深圳",
        "'Hangzhou, China' | 中国/浙江/杭州",
        "中国/浙江/杭州/西湖区 | 中国/浙江/杭州/西湖区",
        "Germany/Berlin | 德国/Berlin",
        "Österreich | 奥地利",
        "USA/WA/Seattle | 美国/Washington/Seattle",
        "'Saint Paul, Minnesota' | 美国/Minnesota/Saint Paul",
        "US/CA/Los Angeles | 美国/California/Los Angeles",
        "CA/ON/Ottawa | 加拿大/ON/Ottawa",
        "台北市 | 中国/台湾/台北",
      })
  void a_place_is_found_by_any_of_its_names(String text, String value) {
    assertThat(regions.find(text)).contains(value);
  }

  @ParameterizedTest
  @CsvSource({"Atlantis", "CA", "华东", "3", "南京路步行街"})
  void what_means_nothing_or_two_things_is_not_found(String text) {
    assertThat(regions.find(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "gender,F,female",
    "gender,先生,male",
    "gender,Weiblich,female",
    "marital_status,M,married",
    "marital_status,S,single",
    "customer_type,公司,enterprise",
    "scale,大,large",
    "channel,线上,online",
    "lifecycle,Lead,prospect"
  })
  void short_forms_mean_the_value_of_their_field(String field, String text, String value) {
    assertThat(finder(field).find(text)).contains(value);
  }

  @Test
  void the_nearest_known_values_are_offered_by_letters_and_by_sound() {
    assertThat(regions.nearest("Guandong")).startsWith("中国/广东");
    assertThat(regions.nearest("广洲")).startsWith("中国/广东/广州");
    assertThat(regions.nearest("CA")).containsExactlyInAnyOrder("加拿大", "美国/California");
    assertThat(finder("scale").nearest("Larg")).startsWith("large");
  }

  @Test
  void below_a_place_of_which_nothing_is_known_everything_is_right() {
    assertThat(regions.isKnown("德国/Berlin")).isTrue();
    assertThat(regions.isKnown("中国/广东/深圳/南山区")).isTrue();
    assertThat(regions.isKnown("中国/广冬")).isFalse();
    assertThat(regions.isKnown("Atlantis")).isFalse();
  }
}
