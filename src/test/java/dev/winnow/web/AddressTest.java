package dev.winnow.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stays when a reader goes back, reloads, or changes how the interface looks. */
@Browsing
final class AddressTest {
  private static final String INDUSTRY = "制造业";
  private static final String PROVINCE = "中国/浙江";

  @Test
  void the_address_is_the_state_for_back_forward_and_reload(Stage stage) {
    Installation data = stage.installation();
    Page page = stage.open(Look.CHINESE, "/");
    ExplorePage explore = new ExplorePage(page);
    long everyone = data.everyone().size();
    long makers = data.those(known -> known.isIn(INDUSTRY)).size();
    long both = data.those(known -> known.isIn(INDUSTRY) && known.livesIn(PROVINCE)).size();
    explore.hasTotal(everyone);
    explore.click("industry", INDUSTRY);
    explore.hasTotal(makers);
    explore.drillInto("region", "中国");
    explore.click("region", PROVINCE);
    explore.hasTotal(both);

    page.goBack();
    explore.hasTotal(makers);
    page.goBack();
    explore.hasTotal(everyone);
    assertThat(explore.chosen("industry")).hasCount(0);
    page.goForward();
    page.goForward();
    explore.hasTotal(both);
    page.reload();
    explore.hasTotal(both);
    assertThat(explore.chosen("industry")).hasText(Pattern.compile(INDUSTRY));
    assertThat(page.locator(".chip")).hasCount(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/segments/" + Installation.SEGMENT})
  void order_and_page_are_in_the_address_too(String screen, Stage stage) {
    Page page = stage.open(Look.ENGLISH, screen);
    Locator head = page.locator("th[aria-sort]");
    page.locator("table.customers thead th button").first().click();
    assertThat(head).hasAttribute("aria-sort", "ascending");
    assertThat(page.locator(".is-stale, [aria-busy=true]")).hasCount(0);
    Locator names = page.locator("table.customers tbody tr[data-id] th a");
    String first = names.first().innerText();
    page.locator("page-turner button").last().click();
    assertThat(page).hasURL(Pattern.compile("page=2"));
    assertThat(names.first()).not().hasText(first);
    String second = names.first().innerText();
    page.reload();
    assertThat(names.first()).hasText(second);
    assertThat(head).hasAttribute("aria-sort", "ascending");
    page.goBack();
    assertThat(names.first()).hasText(first);
  }

  @Test
  void whoever_signs_in_comes_back_to_the_address_that_was_refused(Stage stage) {
    Page page = stage.visitor(Look.ENGLISH);
    page.navigate(stage.installation().url() + "/segments?archived=1");
    assertThat(page.locator(".login pre")).hasText("winnow login");
    assertThat(page).hasURL(Pattern.compile("/login$"));
    page.navigate(stage.installation().loginLink());
    assertThat(page).hasURL(Pattern.compile("/segments\\?archived=1$"));
    assertThat(page.locator("h1")).isVisible();
    stage.expectRefusal();
  }

  @Test
  void language_and_theme_stay_as_chosen(Stage stage) {
    Page page = stage.open(Look.CHINESE, "/");
    Locator root = page.locator("html");
    Locator save = page.locator(".result-head .button.primary");
    assertThat(save).hasText("存为分群");
    String light = background(page);
    page.locator(".shell-tools > button").nth(0).click();
    assertThat(save).hasText("Save as segment");
    page.locator(".shell-tools > button").nth(1).click();
    assertThat(root).hasAttribute("data-theme", "dark");
    assertThat(background(page)).isNotEqualTo(light);
    page.reload();
    assertThat(save).hasText("Save as segment");
    assertThat(root).hasAttribute("data-theme", "dark");
    assertThat(root).hasAttribute("lang", "en");
  }

  @Test
  void on_a_phone_the_filters_are_a_sheet(Stage stage) {
    Installation data = stage.installation();
    Page page = stage.open(Look.CHINESE.onPhone(), "/");
    ExplorePage explore = new ExplorePage(page);
    explore.hasTotal(data.everyone().size());
    assertThat(explore.facet("industry")).isHidden();
    page.locator(".result-head button.phone-only").click();
    explore.click("industry", INDUSTRY);
    String total = ExplorePage.written(data.those(known -> known.isIn(INDUSTRY)).size());
    Locator show = page.locator(".sheet-head .button");
    assertThat(show).containsText(total);
    show.click();
    assertThat(explore.facet("industry")).isHidden();
    assertThat(page.locator("h1.total .total-number")).hasText(total);
    Object overflow = page.evaluate("document.documentElement.scrollWidth > innerWidth");
    assertThat(overflow).isEqualTo(false);
  }

  private static String background(Page page) {
    return String.valueOf(
        page.evaluate("getComputedStyle(document.documentElement).backgroundColor"));
  }
}
