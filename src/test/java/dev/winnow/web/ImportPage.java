package dev.winnow.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;

/** What people do with a file on its way into Winnow. */
record ImportPage(Page page) {
  /** Gives a file to the drop zone and waits until its first rows are shown. */
  void upload(String name, byte[] bytes) {
    page.locator("drop-zone input[type=file]")
        .setInputFiles(new FilePayload(name, "text/csv", bytes));
    assertThat(page.locator(".file-rows tbody tr")).not().hasCount(0);
  }

  /** Goes on to the next step. */
  void next() {
    page.locator(".step-foot .primary").click();
  }

  /** The field that a column goes to. */
  Locator target(String column) {
    return page.locator("[data-column='" + column + "'] .target-name").first();
  }

  Locator questions() {
    return page.locator(".question.is-open");
  }

  void answer(String words) {
    page.locator(".answer", new Page.LocatorOptions().setHasText(words)).click();
  }

  /** Adds another file in answer to the first open question. */
  void join(String name, String table) {
    questions()
        .first()
        .locator("input[type=file]")
        .setInputFiles(new FilePayload(name, "text/csv", table.getBytes(StandardCharsets.UTF_8)));
    assertThat(page.locator(".joined-file")).containsText(name);
  }

  void check() {
    page.locator(".check-before .primary").click();
  }

  /** Holds how many rows are of a kind. */
  void has(String kind, long rows) {
    assertThat(page.locator(".report-number[data-kind=" + kind + "] .total-number"))
        .hasText(ExplorePage.written(rows));
  }

  /** Opens the samples of a kind of rows. */
  Locator samples(String kind) {
    page.locator(".report-number[data-kind=" + kind + "]").click();
    return page.locator(".samples tbody tr");
  }

  void isDone() {
    assertThat(page.locator(".run-done.is-done")).isVisible();
  }

  void undo() {
    page.locator(".next-list button").last().click();
    page.locator("dialog[open] .danger-button").click();
    assertThat(page.locator(".run-done.is-undone")).isVisible();
  }
}
