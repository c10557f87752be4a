package dev.winnow.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A running service and a browser, shared by all tests; it collects what pages complain about. */
final class Stage implements AutoCloseable {
  static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  /** In milliseconds; long, because a loaded machine is no fault of the interface. */
  private static final int PATIENCE = 60_000;

  private final Installation installation = Installation.start();
  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final Browser browser =
      playwright
          .chromium()
          .launch(new LaunchOptions().setExecutablePath(CHROMIUM).setArgs(ARGUMENTS));
  private final List<String> complaints = new ArrayList<>();
  private Optional<String> signedIn = Optional.empty();

  Stage() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
  }

  Installation installation() {
    return installation;
  }

  /** A new window of a visitor who is not signed in. */
  Page visitor(Look look) {
    return window(look.options());
  }

  /** A new window of an administrator, at an address of the service. */
  Page open(Look look, String address) {
    Page page = window(look.options().setStorageState(signedIn()));
    page.navigate(installation.url() + address);
    return page;
  }

  /** Forgets the complaints about refused requests, when a test asked for something wrong. */
  void expectRefusal() {
    complaints.removeIf(complaint -> complaint.contains("status of 4"));
  }

  /** Closes all windows; gives errors in their consoles, violations of the CSP among them. */
  List<String> leave() {
    browser.contexts().forEach(BrowserContext::close);
    List<String> found = List.copyOf(complaints);
    complaints.clear();
    return found;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
    installation.close();
  }

  private String signedIn() {
    if (signedIn.isEmpty()) {
      Page page = window(Look.ENGLISH.options());
      page.navigate(installation.loginLink());
      page.waitForURL(installation.url() + "/");
      signedIn = Optional.of(page.context().storageState());
      page.context().close();
    }
    return signedIn.orElseThrow();
  }

  private Page window(Browser.NewContextOptions options) {
    BrowserContext context = browser.newContext(options);
    context.setDefaultTimeout(PATIENCE);
    Page page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(page.url() + ": " + message.text() + " " + message.location());
          }
        });
    page.onPageError(error -> complaints.add(page.url() + ": " + error));
    return page;
  }
}
