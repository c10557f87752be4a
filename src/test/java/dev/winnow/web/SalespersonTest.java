package dev.winnow.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** From a few letters to the customer's page, with the keyboard alone. */
@Browsing
final class SalespersonTest {
  @Test
  void a_salesperson_finds_a_customer_by_part_of_the_name_or_pinyin(Stage stage) {
    Page page = stage.open(Look.CHINESE, "/");
    assertThat(page.locator("h1.total .total-number")).isVisible();
    page.keyboard().press("/");
    Locator search = page.locator("search-box input");
    assertThat(search).isFocused();
    Locator suggestion = page.locator(".suggestion").first();
    for (String typed : new String[] {"望舒", "wangshujingmi", "wsjm"}) {
      search.fill(typed);
      assertThat(suggestion).containsText(Installation.CUSTOMER_NAME);
      search.fill("");
      assertThat(suggestion).isHidden();
    }
    search.fill("望舒 仪器");
    assertThat(suggestion).containsText(Installation.CUSTOMER_NAME);
    search.press("ArrowDown");
    search.press("Enter");
    assertThat(page).hasURL(stage.installation().url() + "/customers/" + Installation.CUSTOMER);
    assertThat(page.locator("h1")).hasText(Installation.CUSTOMER_NAME);
    seesWhyItIsInTheSegment(page);
  }

  @Test
  void rows_are_walked_and_opened_with_the_keyboard(Stage stage) {
    Page page = stage.open(Look.ENGLISH, "/?q=公司");
    Locator names = page.locator("table.customers tbody tr[data-id] th a");
    assertThat(names).not().hasCount(0);
    page.keyboard().press("j");
    assertThat(names.nth(0)).isFocused();
    page.keyboard().press("j");
    assertThat(names.nth(1)).isFocused();
    page.keyboard().press("k");
    assertThat(names.nth(0)).isFocused();
    String name = names.nth(0).innerText();
    page.keyboard().press("Enter");
    assertThat(page.locator("customer-page h1")).hasText(name);
    page.goBack();
    assertThat(names.nth(0)).hasText(name);
  }

  private static void seesWhyItIsInTheSegment(Page page) {
    Locator line = page.locator(".segment-reasons li").first();
    assertThat(line).containsText(Installation.SEGMENT_NAME);
    line.getByRole(AriaRole.BUTTON).click();
    assertThat(line.locator(".explain .is-unmet")).hasCount(0);
    assertThat(line.locator(".explain .actual").first()).isVisible();
    assertThat(line.locator(".explain .actual")).hasCount(2);
  }
}
