package dev.winnow.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A file from another system, from the drop zone to Explore and back. */
@Browsing
final class ImportsTest {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String HEADER = "客户编号,公司名称,所属行业,省份,联系电话,上市日期";
  private static final String INDUSTRY = "制造业";
  private static final String SEARCH = "/api/v1/customers/search";
  private static final int MAKERS = 24;
  private static final int ALL = 40;

  @Test
  void a_marketer_imports_a_chinese_file_finds_its_customers_and_undoes_it(Stage stage)
      throws IOException {
    long before = stage.installation().everyone().size();
    Page page = stage.open(Look.CHINESE, "/imports");
    ImportPage imports = new ImportPage(page);
    imports.upload("客户名单.csv", file());
    assertThat(page.locator(".file-format select").first()).hasValue("GB18030");
    assertThat(page.locator(".file-rows tbody tr").first()).containsText("测云1号设备有限公司");

    imports.next();
    assertThat(imports.target("公司名称")).hasText("名称");
    assertThat(imports.target("所属行业")).hasText("行业");
    assertThat(imports.questions()).hasCount(1);
    imports.answer("日在前");
    assertThat(imports.questions()).hasCount(0);
    assertThat(page.locator(".preview-row").first()).containsText("2020/04/03");

    imports.next();
    imports.check();
    imports.has("added", ALL);
    imports.has("rejected", 1);
    assertThat(imports.samples("rejected")).hasCount(1);
    assertThat(stage.installation().api().post(SEARCH, Map.of()).path("total").asLong())
        .isEqualTo(before);

    imports.next();
    imports.next();
    imports.isDone();
    imports.has("added", ALL);
    assertThat(rejected(page)).contains("公司名称").hasLineCount(2);
    seesThemInExplore(page, stage.installation());

    imports.undo();
    page.navigate(stage.installation().url() + "/");
    new ExplorePage(page).hasTotal(before);
  }

  @Test
  void what_cannot_be_read_is_said_in_words_and_can_be_removed(Stage stage) {
    Page page = stage.open(Look.ENGLISH, "/imports");
    byte[] broken = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1};
    page.locator("drop-zone input[type=file]")
        .setInputFiles(new FilePayload("broken.csv.gz", "application/gzip", broken));
    assertThat(page.locator(".import-step .notice-danger, .page-import .notice-danger").first())
        .isVisible();
    stage.expectRefusal();
    page.navigate(stage.installation().url() + "/imports");
    var row = page.locator("table.imports tbody tr").first();
    assertThat(row).containsText("broken.csv.gz");
    row.locator("summary").click();
    row.locator(".menu-item.danger").click();
    page.locator("dialog[open] .danger-button").click();
    assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("broken.csv.gz")))
        .hasCount(0);
  }

  @Test
  void lines_of_orders_are_imported_with_the_orders_that_say_whose_they_are(Stage stage) {
    Page page = stage.open(Look.ENGLISH, "/imports");
    ImportPage imports = new ImportPage(page);
    String lines = "order_id,article,quantity,unit_price\nJ-1,Lamp,2,10.50\nJ-2,Chair,1,80\n";
    imports.upload("order_lines.csv", lines.getBytes(StandardCharsets.UTF_8));
    imports.next();
    assertThat(imports.questions()).hasCount(2);
    assertThat(page.locator(".step-foot .primary")).hasAttribute("aria-disabled", "true");
    assertThat(page.locator(".preview")).containsText("once it is known who the customer is");

    imports.join(
        "orders.csv",
        "id,customer_id,order_date\nJ-1,%s,2026-02-03\nJ-2,%s,2026-02-04\n"
            .formatted(Installation.BUYER, Installation.BUYER));
    assertThat(imports.questions()).hasCount(0);
    assertThat(imports.target("orders.customer_id")).hasText("Unique key");
    assertThat(page.locator("[data-column='orders.id']")).hasCount(0);
    assertThat(page.locator(".preview-row").first()).containsText("03 Feb 2026");
    assertThat(page.locator(".preview-row").first()).containsText("21");

    imports.next();
    imports.check();
    imports.has("added", 2);
    imports.next();
    imports.next();
    imports.isDone();
    imports.undo();
  }

  @Test
  void a_mirror_that_would_empty_the_list_has_to_be_agreed_to(Stage stage) {
    Page page = stage.open(Look.ENGLISH, "/imports");
    ImportPage imports = new ImportPage(page);
    mirror(page, imports, 20);
    assertThat(page.locator(".import-step .notice")).hasCount(0);
    imports.next();
    imports.next();
    imports.isDone();
    String first = page.url();

    page.navigate(stage.installation().url() + "/imports");
    mirror(page, imports, 2);
    assertThat(page.locator(".notice-danger")).containsText("18 of 20");
    imports.next();
    assertThat(page.locator(".step-foot .primary")).isDisabled();
    page.locator(".notice-danger input").check();
    imports.next();
    imports.isDone();
    imports.has("archived", 18);
    imports.undo();
    page.navigate(first);
    imports.undo();
  }

  /** A list of so many customers, checked as the mirror of its source. */
  private static void mirror(Page page, ImportPage imports, int rows) {
    String table =
        IntStream.range(0, rows)
            .mapToObj("M-%1$d,Mirror %1$d Ltd%n"::formatted)
            .collect(Collectors.joining("", "id,company\n", ""));
    imports.upload("mirrored.csv", table.getBytes(StandardCharsets.UTF_8));
    imports.next();
    imports.next();
    page.locator(".modes input[value=mirror]").check();
    imports.check();
    assertThat(page.locator(".verdict-line")).isVisible();
  }

  /** Follows the link to Explore, which shows these customers only, and then everyone. */
  private static void seesThemInExplore(Page page, Installation data) {
    String done = page.url();
    ExplorePage explore = new ExplorePage(page);
    page.locator(".next-list .primary").click();
    explore.hasTotal(ALL);
    page.navigate(data.url() + "/");
    explore.hasTotal(data.everyone().size() + ALL);
    explore.click("industry", INDUSTRY);
    explore.hasTotal(data.those(known -> known.isIn(INDUSTRY)).size() + MAKERS);
    page.navigate(done);
  }

  private static String rejected(Page page) throws IOException {
    Download download = page.waitForDownload(() -> page.locator("a[download]").click());
    try (InputStream bytes = download.createReadStream()) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  /** Every date could be read both ways; one row has no name. */
  private static byte[] file() {
    Stream<String> rows =
        IntStream.rangeClosed(1, ALL)
            .mapToObj(
                i ->
                    "CY-%03d,测云%d号设备有限公司,%s,%s,0571-8800%04d,03/%02d/2020"
                        .formatted(
                            i,
                            i,
                            i <= MAKERS ? INDUSTRY : "建筑业",
                            i % 2 == 0 ? "浙江" : "广东",
                            i,
                            i % 9 + 3));
    List<String> lines =
        Stream.of(Stream.of(HEADER), rows, Stream.of("CY-999,,建筑业,浙江,0571-88009999,04/05/2020"))
            .flatMap(Function.identity())
            .toList();
    return (String.join("\r\n", lines) + "\r\n").getBytes(GB18030);
  }
}
