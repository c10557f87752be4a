package dev.winnow.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two records of one company, found, held against each other, merged and taken apart again. */
@Browsing
final class DuplicatesTest {
  private static final String CUSTOMERS = "/api/v1/customers/";
  private static final String LEFT = "T-81";
  private static final String RIGHT = "T-82";
  private static final String NAME = "宁波双生海事科技股份有限公司";

  @AfterEach
  void forget_them(Stage stage) {
    for (String id : List.of(LEFT, RIGHT)) {
      stage.installation().api().delete(CUSTOMERS + id);
    }
  }

  @Test
  void a_pair_is_found_merged_by_field_and_undone(Stage stage) {
    ApiClient api = stage.installation().api();
    put(api, LEFT, Map.of("name", NAME, "phone", List.of("0574-87001122"), "industry", "制造业"));
    put(
        api,
        RIGHT,
        Map.of("name", "宁波双生海事科技有限公司", "phone", List.of("057487001122", "13800112233")));
    Page page = stage.open(Look.CHINESE, "/duplicates");
    page.locator("button", new Page.LocatorOptions().setHasText("查找重复客户")).first().click();
    showPair(page, stage);
    Locator pair = page.locator(".pair");
    assertThat(pair.locator(".reasons")).containsText("电话");
    assertThat(pair.locator("tr.is-differs").first()).containsText(NAME);

    pair.locator("thead input[type=radio]").nth(leftSide(pair)).check();
    pair.locator(".side").filter(new Locator.FilterOptions().setHasText("宁波双生海事科技有限公司")).click();
    page.keyboard().press("m");
    Locator toast = page.locator(".toast", new Page.LocatorOptions().setHasText("已并入"));
    assertThat(toast).isVisible();
    JsonNode merged = api.get(CUSTOMERS + LEFT).path("fields");
    assertThat(merged.path("name").asString()).isEqualTo("宁波双生海事科技有限公司");
    assertThat(merged.path("phone").size()).isEqualTo(2);
    page.navigate(stage.installation().url() + "/customers/" + RIGHT);
    assertThat(page.locator(".empty")).containsText(LEFT);

    page.navigate(stage.installation().url() + "/duplicates?state=merged");
    showPair(page, stage);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("撤销合并")).click();
    assertThat(page.locator(".pair-line", hasText())).hasCount(0);
    assertThat(api.get(CUSTOMERS + RIGHT).path("fields").path("phone").size()).isEqualTo(2);
    assertThat(api.get(CUSTOMERS + LEFT).path("fields").path("name").asString()).isEqualTo(NAME);
    stage.expectRefusal();
  }

  private static Page.LocatorOptions hasText() {
    return new Page.LocatorOptions().setHasText("双生海事");
  }

  /** Opens the pair, wherever the thresholds have put it. */
  private static void showPair(Page page, Stage stage) {
    Locator line = page.locator(".pair-line", hasText()).first();
    assertThat(page.locator(".pair-states")).isVisible();
    if (!page.url().contains("state=merged") && state(stage).equals("automatic")) {
      page.locator(".pair-states a[href='/duplicates?state=automatic']").click();
    }
    line.click();
    assertThat(page.locator(".pair")).containsText(LEFT);
  }

  /** In which list the service has the pair. */
  private static String state(Stage stage) {
    for (JsonNode pair :
        stage.installation().api().get("/api/v1/duplicates?limit=200").path("pairs")) {
      if (pair.path("left").path("fields").path("name").asString().contains("双生海事")) {
        return pair.path("state").asString();
      }
    }
    return "";
  }

  /** At which side the customer to be kept stands. */
  private static int leftSide(Locator pair) {
    return pair.locator("thead th").first().innerText().contains(LEFT) ? 0 : 1;
  }

  private static void put(ApiClient api, String id, Map<String, Object> fields) {
    api.put(CUSTOMERS + id, Map.of("fields", fields));
  }
}
