package dev.winnow.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;

/** What people do in Explore, by the field's name and the value's last step. */
record ExplorePage(Page page) {
  static String written(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  Locator facet(String field) {
    return page.locator("section[aria-labelledby=facet-" + field + "]");
  }

  /** Checks or unchecks a value on the level in view. */
  void click(String field, String path) {
    facet(field)
        .getByRole(
            AriaRole.CHECKBOX, new Locator.GetByRoleOptions().setName(leaf(path)).setExact(true))
        .click();
  }

  void drillInto(String field, String path) {
    facet(field)
        .locator(".facet-row", new Locator.LocatorOptions().setHasText(leaf(path)))
        .first()
        .locator(".facet-enter")
        .click();
    assertThat(facet(field).locator(".facet-path [aria-current]")).hasText(leaf(path));
  }

  /** Opens a facet unless it is open. */
  void unfold(String field) {
    Locator toggle = facet(field).locator(".facet-toggle");
    if ("false".equals(toggle.getAttribute("aria-expanded"))) {
      toggle.click();
    }
  }

  /** Waits until the answer to the question is on screen. */
  void isAnswered() {
    assertThat(page.locator("section.results")).hasAttribute("aria-busy", "false");
  }

  /** Types the lower bound of a range. */
  void from(String field, String bound) {
    Locator input = facet(field).locator(".range-input input").first();
    input.fill(bound);
    input.press("Enter");
  }

  /** The values that are checked. */
  Locator chosen(String field) {
    return facet(field).locator(".facet-row.is-chosen .facet-label");
  }

  void removeChip(String words) {
    page.locator(".chip", new Page.LocatorOptions().setHasText(words))
        .locator(".chip-remove")
        .click();
  }

  void hasTotal(long count) {
    assertThat(page.locator("h1.total .total-number")).hasText(written(count));
  }

  static String leaf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
