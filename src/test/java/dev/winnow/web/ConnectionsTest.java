package dev.winnow.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.winnow.connections.NeedsPostgres;
import dev.winnow.connections.TestPostgres;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A standing connection as an administrator sets it up. */
@Browsing
@NeedsPostgres
final class ConnectionsTest {
  @Test
  void a_connection_is_tried_out_mapped_by_proposal_kept_and_read(
      Stage stage, TestPostgres postgres) throws Exception {
    postgres.run(
        "DROP TABLE IF EXISTS kunden",
        "CREATE TABLE kunden (kunden_nr text, firma text, email text, geaendert timestamptz)",
        "INSERT INTO kunden SELECT 'K' || i, 'Beispiel ' || i || ' GmbH', 'info@b' || i || '.de',"
            + " timestamptz '2026-01-05 09:00:00Z' + i * interval '1 hour'"
            + " FROM generate_series(1, 40) i");
    Page page = stage.open(Look.ENGLISH, "/connections");
    page.locator(".page-head .primary, .empty .primary").first().click();
    fill(page, "label", "ERP customers");
    fill(page, "host", "127.0.0.1");
    fill(page, "port", postgres.url().replaceAll(".*:(\\d+)/.*", "$1"));
    fill(page, "database", "postgres");
    fill(page, "user", TestPostgres.USER);
    fill(page, "query", "SELECT nothing FROM kunden");
    Locator test = page.locator("button", new Page.LocatorOptions().setHasText("Test"));
    test.click();
    assertThat(page.locator("connection-form .notice-danger")).containsText("nothing");
    stage.expectRefusal();

    fill(page, "query", "SELECT * FROM kunden WHERE geaendert >= :watermark");
    page.locator("input[name=news]").check();
    fill(page, "column", "geaendert");
    test.click();
    assertThat(page.locator(".trial-rows tbody tr")).hasCount(5);
    assertThat(page.locator("textarea[name=mapping]")).hasValue(Pattern.compile("firma"));
    page.locator("select[name=plan]").selectOption("off");
    page.locator(".connection-form footer .primary").click();

    assertThat(page.locator("h1 .badge")).hasText("New");
    page.locator(".page-head .primary").click();
    assertThat(page.locator("h1 .badge")).hasText("Working");
    assertThat(page.locator(".connection-runs tbody tr").first()).containsText("40 added");
    page.locator(".page-head .primary").click();
    assertThat(page.locator(".connection-runs tbody tr")).hasCount(2);

    page.locator(".crumbs a").click();
    assertThat(page.locator(".connections tbody")).containsText("ERP customers");
    for (int i = 1; i <= 40; i++) {
      stage.installation().api().delete("/api/v1/customers/K" + i);
    }
  }

  private static void fill(Page page, String name, String value) {
    page.locator("[name=" + name + "]").fill(value);
  }
}
