package dev.winnow.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** What people do on the page of a rule by bands. */
record RulePage(Page page) {
  /** Types where a band begins; bands are counted from 1, the lowest, which begins nowhere. */
  void from(int band, String amount) {
    Locator input = page.locator(".band-rows .amount").nth(band - 2);
    input.fill(amount);
    input.press("Tab");
    isAnswered();
  }

  /** Waits until the numbers are those of what is on screen. */
  void isAnswered() {
    assertThat(page.locator(".trial")).hasAttribute("aria-busy", "false");
  }

  void moves(long customers) {
    assertThat(page.locator(".moved .total-number")).hasText(ExplorePage.written(customers));
  }

  /** Holds the size that a grade would have. */
  void hasSize(String grade, long customers) {
    Locator row =
        page.locator(".sizes tbody tr", new Page.LocatorOptions().setHasText(grade)).first();
    assertThat(row.locator("strong")).hasText(ExplorePage.written(customers));
  }

  /** The customers that move between two grades, once they are asked for. */
  Locator movers(String from, String to) {
    page.locator("[aria-label^='由" + from + "变为" + to + "']").click();
    return page.locator(".movers li");
  }

  void publish(String comment) {
    page.locator(".draft-bar .primary").click();
    page.locator("dialog[open] textarea").fill(comment);
    page.locator("dialog[open] .primary").click();
  }

  /** Waits until a version is the published one. */
  void isVersion(int version) {
    assertThat(page.locator(".rule-head")).containsText("第 " + version + " 版");
  }

  void show(String tab) {
    page.locator("#tab-" + tab).click();
  }
}
