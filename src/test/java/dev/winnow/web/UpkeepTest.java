package dev.winnow.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How well customers are kept: every number opens the customers behind it. */
@Browsing
final class UpkeepTest {
  private static final String TOTAL = "h1.total .total-number";

  @Test
  void every_number_opens_as_many_customers(Stage stage) {
    Page page = stage.open(Look.ENGLISH, "/upkeep");
    for (String place :
        new String[] {
          ".figures dd a >> nth=0", ".upkeep-cards a >> nth=0", "upkeep-groups td:nth-child(4) a"
        }) {
      Locator link = page.locator(place).first();
      String number = link.innerText();
      link.click();
      assertThat(page.locator(TOTAL)).hasText(number);
      page.goBack();
    }
  }

  @Test
  void a_choice_stands_in_the_address_and_changes_the_numbers(Stage stage) {
    Page page = stage.open(Look.ENGLISH, "/upkeep?below=40");
    Locator incomplete = page.locator(".figures dd").nth(2);
    String few = incomplete.innerText();
    page.locator(".upkeep-choice select").nth(1).selectOption("100");
    assertThat(page).hasURL(Pattern.compile("below=100"));
    assertThat(incomplete).not().hasText(few);
    page.reload();
    assertThat(incomplete).not().hasText(few);
  }

  @Test
  void a_customer_says_what_is_missing_and_can_be_archived_and_brought_back(Stage stage) {
    String address = "/customers/" + Installation.BUYER;
    Page page = stage.open(Look.ENGLISH, address);
    assertThat(page.locator(".completeness")).containsText("Missing: ");
    assertThat(page.locator("[title^='From the API (test), ']").first()).isVisible();
    page.locator(".page-head .button", new Page.LocatorOptions().setHasText("Archive")).click();
    assertThat(page.locator(".archived")).containsText("left out of searches");
    assertThat(stage.installation().api().get("/api/v1" + address).has("archivedOn")).isTrue();
    page.locator(".page-head .button", new Page.LocatorOptions().setHasText("Bring back")).click();
    assertThat(page.locator(".archived")).hasCount(0);
    assertThat(stage.installation().api().get("/api/v1" + address).has("archivedOn")).isFalse();
  }
}
