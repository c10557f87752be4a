package dev.winnow.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From a login link to a segment that a program pulls, every number held against the source. */
@Browsing
final class MarketerTest {
  private static final Pattern ADDRESS = Pattern.compile("'(http[^']+)'");
  private static final int SPEND = 5_000;

  @Test
  void a_marketer_narrows_customers_down_saves_a_segment_and_pulls_it(Stage stage) {
    Installation data = stage.installation();
    Page page = stage.visitor(Look.CHINESE);
    ExplorePage explore = new ExplorePage(page);
    page.navigate(data.loginLink());
    explore.hasTotal(data.everyone().size());

    List<String> industries = Known.mostFrequent(data.everyone(), Known::industry, "");
    String first = industries.get(0);
    String second = industries.get(1);
    Predicate<Known> inBoth = known -> known.isIn(first) || known.isIn(second);
    explore.click("industry", first);
    explore.hasTotal(data.those(known -> known.isIn(first)).size());
    explore.click("industry", second);
    explore.hasTotal(data.those(inBoth).size());

    String province = Known.mostFrequent(data.those(inBoth), Known::region, "中国").getFirst();
    explore.drillInto("region", "中国");
    explore.click("region", province);
    explore.hasTotal(data.those(inBoth.and(known -> known.livesIn(province))).size());
    explore.removeChip(ExplorePage.leaf(province));
    explore.hasTotal(data.those(inBoth).size());

    Predicate<Known> wanted = inBoth.and(Known.spends(SPEND));
    assertThat(data.those(wanted)).isNotEmpty();
    explore.unfold("total_spend");
    explore.from("total_spend", "5,000");
    explore.hasTotal(data.those(wanted).size());

    save(page, "春季名单");
    assertThat(page.locator(".segment-size .total-number"))
        .hasText(ExplorePage.written(data.those(wanted).size()));
    assertThat(pulled(page, data)).isEqualTo(ids(data.those(wanted)));

    Predicate<Known> edited = known -> known.isIn(second) && known.spend() >= SPEND * 100;
    changeAndRestore(page, first, data.those(edited).size(), data.those(wanted).size());
  }

  private static void save(Page page, String name) {
    page.locator(".result-head .button.primary").click();
    Locator dialog = page.locator("dialog[open]");
    dialog.locator("[name=name]").fill(name);
    dialog.locator("footer .primary").click();
    assertThat(page.locator(".segment-head h1")).hasText(name);
  }

  /** Follows the address on the tab with the key of a program, to the last page. */
  private static Set<String> pulled(Page page, Installation data) {
    page.locator("#tab-pull").click();
    assertThat(page.locator(".pull pre")).containsText("curl");
    String address =
        ADDRESS
            .matcher(page.locator(".pull pre").innerText())
            .results()
            .map((MatchResult found) -> found.group(1))
            .findFirst()
            .orElseThrow();
    Set<String> ids = new HashSet<>();
    JsonNode answer = data.api().get(address);
    long total = answer.path("total").asLong();
    while (true) {
      answer.path("members").forEach(member -> ids.add(member.path("id").asString()));
      if (answer.path("next").isNull()) {
        assertThat(ids).hasSize(Math.toIntExact(total));
        return ids;
      }
      answer = data.api().get(address + "&cursor=" + answer.path("next").asString());
    }
  }

  private static void changeAndRestore(Page page, String dropped, long edited, long before) {
    page.locator("segment-actions .actions > button").first().click();
    ExplorePage explore = new ExplorePage(page);
    explore.hasTotal(before);
    explore.click("industry", dropped);
    explore.hasTotal(edited);
    page.locator(".edit-banner .button").click();
    assertThat(page.locator("dialog[open] .effect"))
        .containsText(ExplorePage.written(before - edited));
    page.locator("dialog[open] footer .primary").click();
    Locator size = page.locator(".segment-size .total-number");
    assertThat(size).hasText(ExplorePage.written(edited));

    page.locator("#tab-versions").click();
    assertThat(page.locator(".version")).hasCount(2);
    page.locator(".version").nth(1).locator("button").click();
    assertThat(page.locator(".version")).hasCount(3);
    assertThat(size).hasText(ExplorePage.written(before));
  }

  private static Set<String> ids(List<Known> customers) {
    Set<String> ids = new HashSet<>();
    customers.forEach(known -> ids.add(known.id()));
    return ids;
  }
}
