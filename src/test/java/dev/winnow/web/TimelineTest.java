package dev.winnow.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What has happened with a customer, and questions about it. */
@Browsing
final class TimelineTest {
  private static final String DID =
      """
      {"all":[{"did":"purchase","where":{"field":"category","in":["自行车"]},"count":{"gte":1}}]}\
      """;

  @Test
  void the_timeline_shows_kinds_and_finds_words(Stage stage) {
    Page page = stage.open(Look.CHINESE, "/customers/" + Installation.BUYER);
    Locator lines = page.locator(".timeline li");
    assertThat(lines).hasCount(4);
    assertThat(page.locator(".notice-warn")).containsText("1 条投诉待处理");
    assertThat(page.locator("spend-chart")).containsText("8,499.00");

    page.locator(".toggle button").nth(1).click();
    assertThat(lines).hasCount(2);
    assertThat(lines.last()).containsText("8,299.50");
    page.locator(".notice-warn .link").click();
    assertThat(lines).hasCount(1);
    assertThat(lines.first()).containsText("待处理");

    page.locator(".toggle button").first().click();
    page.locator(".activity-filter input").fill("到货");
    assertThat(lines).hasCount(1);
    page.locator(".activity-filter input").fill("无此内容");
    assertThat(lines).hasCount(0);
    assertThat(page.locator(".activity")).containsText("没有匹配的往来");
  }

  @Test
  void a_condition_on_activities_is_asked_negated_and_shown_in_words(Stage stage) {
    Installation data = stage.installation();
    String address = "/?c=" + URLEncoder.encode(DID, StandardCharsets.UTF_8);
    Page page = stage.open(Look.CHINESE, address);
    ExplorePage explore = new ExplorePage(page);
    explore.hasTotal(1);
    assertThat(page.locator(".chip")).containsText("自行车");

    page.keyboard().press("e");
    Locator clause = page.locator("form.builder .clause");
    assertThat(clause.locator(".clause-count")).hasText("1");
    clause.locator("> select").last().selectOption("didNot");
    assertThat(clause.locator(".clause-count"))
        .hasText(ExplorePage.written(data.everyone().size() - 1));
    page.locator("form.builder .primary").click();
    explore.hasTotal(data.everyone().size() - 1);
    assertThat(page).hasURL(Pattern.compile("not"));
  }
}
