package dev.winnow.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Rules as people change them, every number held against the source. */
@Browsing
final class RulesTest {
  private static final String RULE = "/rules/value-tier";
  private static final int LOW = 5_000;
  private static final int OLD = 50_000;
  private static final int NEW = 100_000;

  @Test
  void a_marketer_tries_a_rule_sees_who_would_move_publishes_and_rolls_back(Stage stage) {
    Installation data = stage.installation();
    Page page = stage.open(Look.CHINESE, RULE);
    RulePage rule = new RulePage(page);
    rule.isAnswered();
    rule.moves(0);
    int version = data.api().get("/api/v1" + RULE).path("version").asInt();

    rule.from(3, "100,000");
    List<Known> fallen = data.those(between(OLD, NEW));
    assertThat(fallen).isNotEmpty();
    rule.moves(fallen.size());
    rule.hasSize("高价值", data.those(Known.spends(NEW)).size());
    rule.hasSize("中价值", data.those(between(LOW, NEW)).size());
    Locator movers = rule.movers("高价值", "中价值");
    assertThat(movers).hasCount(Math.min(50, fallen.size()));
    Set<String> ids = fallen.stream().map(Known::id).collect(Collectors.toSet());
    assertThat(ids).containsAll(movers.locator(".muted").allInnerTexts());
    assertThat(high(data)).isEqualTo(data.those(Known.spends(OLD)).size());

    rule.publish("门槛提高");
    rule.isVersion(version + 1);
    rule.moves(0);
    assertThat(high(data)).isEqualTo(data.those(Known.spends(NEW)).size());

    rule.show("versions");
    assertThat(page.locator(".version").first()).containsText("门槛提高");
    page.locator(".version").nth(1).locator(".button").click();
    rule.isVersion(version + 2);
    assertThat(high(data)).isEqualTo(data.those(Known.spends(OLD)).size());
  }

  @Test
  void a_cut_point_is_moved_with_the_keyboard_and_a_draft_is_dropped(Stage stage) {
    Page page = stage.open(Look.CHINESE, RULE);
    RulePage rule = new RulePage(page);
    Locator cut = page.locator("button.cut").last();
    assertThat(cut).hasAttribute("aria-valuenow", String.valueOf(OLD));
    cut.press("ArrowRight");
    assertThat(cut).not().hasAttribute("aria-valuenow", String.valueOf(OLD));
    rule.isAnswered();
    long begins = Long.parseLong(cut.getAttribute("aria-valuenow"));
    rule.moves(stage.installation().those(between(OLD, begins)).size());
    page.locator(".draft-bar .button").first().click();
    assertThat(cut).hasAttribute("aria-valuenow", String.valueOf(OLD));
    rule.moves(0);
  }

  @Test
  void bands_out_of_order_are_refused_in_words_and_can_be_mended(Stage stage) {
    Page page = stage.open(Look.CHINESE, RULE);
    RulePage rule = new RulePage(page);
    rule.isAnswered();
    rule.from(2, "50,000");
    assertThat(page.locator(".trial-form .notice-danger")).isVisible();
    rule.from(3, "60,000");
    assertThat(page.locator(".trial-form .notice-danger")).hasCount(0);
    rule.hasSize("高价值", stage.installation().those(Known.spends(60_000)).size());
    stage.expectRefusal();
  }

  @Test
  void a_cell_of_the_rfm_map_opens_as_a_condition(Stage stage) {
    Page page = stage.open(Look.CHINESE, "/rules/purchase-behaviour");
    RulePage rule = new RulePage(page);
    rule.isAnswered();
    page.locator(".rule-actions .button").first().click();
    assertThat(page.locator(".toast")).isVisible();
    rule.show("map");
    Locator cell = page.locator(".heat-cell a").first();
    String customers = cell.locator("strong").innerText();
    cell.click();
    assertThat(page).hasURL(Pattern.compile("/\\?c="));
    assertThat(page.locator("h1.total .total-number")).hasText(customers);
    assertThat(page.locator(".chip").first()).isVisible();
  }

  @Test
  void a_grade_set_by_hand_is_marked_and_can_be_taken_back(Stage stage) {
    Page page = stage.open(Look.CHINESE, "/customers/" + Installation.CUSTOMER);
    Locator line = page.locator("grade-line", hasText("生命周期"));
    line.locator("button.link").first().click();
    line.locator(".grade-why button.link").click();
    Locator dialog = page.locator("dialog[open]");
    dialog.locator("select").selectOption("at_risk");
    dialog.locator("textarea").fill("联系人已离职");
    dialog.locator(".primary").click();
    assertThat(line.locator(".grade-value")).hasText("流失预警");
    assertThat(line.locator(".badge-hand")).hasText("人工指定");
    assertThat(line).containsText("联系人已离职");

    line.locator(".grade-why button.link").click();
    dialog.locator(".danger").click();
    assertThat(line.locator(".badge-hand")).hasCount(0);
    assertThat(line.locator(".grade-value")).hasText("潜在客户");
  }

  @Test
  void a_new_rule_begins_as_a_draft_that_grades_nobody(Stage stage) {
    Page page = stage.open(Look.ENGLISH, "/rules/new");
    page.locator("select[name=facet]").selectOption("scale");
    page.locator("input[value=abc]").check();
    page.locator("input[name=en]").fill("Scale by spend");
    page.locator(".new-rule .primary").click();
    assertThat(page.locator(".rule-head .badge")).hasText("Draft");
    new RulePage(page).isAnswered();
    assertThat(page.locator(".cut.is-fixed").first()).isVisible();
    page.locator(".rule-actions summary").click();
    page.locator(".rule-actions .menu-item.danger").click();
    page.locator("dialog[open] .danger-button").click();
    assertThat(page).hasURL(Pattern.compile("/rules$"));
  }

  private static Page.LocatorOptions hasText(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private static Predicate<Known> between(long from, long to) {
    return Known.spends(from).and(Known.spends(to).negate());
  }

  /** How many have the highest grade, by the API. */
  private static long high(Installation data) {
    JsonNode answer =
        data.api()
            .post(
                "/api/v1/customers/search",
                Map.of("condition", Map.of("field", "value_tier", "in", List.of("high"))));
    return answer.path("total").asLong();
  }
}
