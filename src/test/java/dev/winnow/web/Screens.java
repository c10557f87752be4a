package dev.winnow.web;

import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The screens there are, each with its address and what is there once it is complete. */
enum Screens {
  EXPLORE("/", "h1.total .total-number"),
  FILTERED("/?q=公司&c=" + encoded("{\"all\":[{\"field\":\"industry\",\"in\":[\"制造业\"]}]}"), ".chip"),
  NOBODY("/?q=" + encoded("无此客户无此客户"), ".empty"),
  BUILDER("/?c=" + encoded("{\"all\":[{\"field\":\"industry\",\"in\":[\"制造业\"]}]}"), ".chip", "e"),
  SAVE("/", "h1.total .total-number", "s"),
  SEGMENTS("/segments", "table.segments tbody tr"),
  MEMBERS("/segments/" + Installation.SEGMENT, "table.customers tbody tr[data-id]"),
  VERSIONS("/segments/" + Installation.SEGMENT + "?tab=versions", ".version"),
  PULL("/segments/" + Installation.SEGMENT + "?tab=pull", ".pull pre"),
  CUSTOMER("/customers/" + Installation.CUSTOMER, ".segment-reasons li"),
  BUYER("/customers/" + Installation.BUYER, "spend-chart canvas"),
  RULES("/rules", "table.rules tbody tr"),
  NEW_RULE("/rules/new", ".kinds .choice"),
  RULE("/rules/value-tier", ".trial[aria-busy=false] .matrix"),
  RULE_RFM("/rules/purchase-behaviour", ".trial[aria-busy=false] .matrix"),
  RULE_LIFECYCLE("/rules/lifecycle", ".trial[aria-busy=false] .matrix"),
  RULE_QUANTILES("/rules/spending-power", ".trial[aria-busy=false] .matrix"),
  RULE_VERSIONS("/rules/value-tier?tab=versions", ".version"),
  RULE_QUALITY("/rules/value-tier?tab=quality", ".quality canvas"),
  RULE_MAP("/rules/purchase-behaviour?tab=map", ".heat-cell"),
  UPKEEP("/upkeep", "upkeep-groups tbody tr"),
  IMPORTS("/imports", "drop-zone, table.imports tbody tr"),
  IMPORT_FILE("/imports/" + Installation.IMPORT + "?step=file", ".file-rows tbody tr"),
  IMPORT_COLUMNS("/imports/" + Installation.IMPORT + "?step=columns", ".preview-row"),
  IMPORT_CHECK("/imports/" + Installation.IMPORT + "?step=check&show=added", ".samples tbody tr"),
  IMPORT_RUN("/imports/" + Installation.IMPORT + "?step=run", ".modes"),
  CONNECTIONS("/connections", "table.connections tbody tr"),
  CONNECTION("/connections/" + Installation.CONNECTION, ".connection-runs tbody tr"),
  CONNECTION_FORM("/connections/" + Installation.CONNECTION + "/edit", ".connection-form"),
  DUPLICATES("/duplicates", ".empty, .pair"),
  KEYS("/keys", "table.list tbody tr");

  private static final WaitForOptions HIDDEN =
      new WaitForOptions().setState(WaitForSelectorState.HIDDEN);

  private final String address;
  private final String sign;
  private final String key;

  Screens(String address, String sign) {
    this(address, sign, "");
  }

  Screens(String address, String sign, String key) {
    this.address = address;
    this.sign = sign;
    this.key = key;
  }

  /** Opens this screen, complete, in a window of somebody who is signed in. */
  void open(Page page, Stage stage) {
    page.navigate(stage.installation().url() + address);
    complete(page);
  }

  /** Goes to this screen, as a link of the one before would, and waits until it is complete. */
  void follow(Page page) {
    page.evaluate(
        """
        async (addresses) => {
          for (const address of addresses) {
            const link = document.createElement('a');
            link.setAttribute('href', address);
            document.body.append(link);
            link.click();
            link.remove();
            await document.querySelector('app-shell').updateComplete;
          }
        }
        """,
        List.of("/nowhere", address));
    complete(page);
  }

  private void complete(Page page) {
    page.locator(sign).first().waitFor();
    if (!key.isEmpty()) {
      page.keyboard().press(key);
      page.locator("form.builder, dialog[open]").first().waitFor();
    }
    page.locator("[aria-busy=true], .is-stale").first().waitFor(HIDDEN);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
