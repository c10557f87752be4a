package dev.winnow.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every screen held to axe's rules: nothing serious, nothing critical. */
@Browsing
final class AccessibilityTest {
  private static final String FAULTS =
      """
      async () => (await axe.run(document, {resultTypes: ['violations']})).violations
        .filter(({impact}) => impact === 'serious' || impact === 'critical')
        .map(({id, help, nodes}) => `${id}: ${help}\\n` + nodes.slice(0, 5)
          .map((node) => `  ${node.target.join(' ')}: ${node.any[0]?.message ?? node.html}`)
          .join('\\n'))
      """;

  /** Colours change with the theme and words with the language, so that two looks show all. */
  static Stream<Look> looks() {
    return Stream.of(Look.CHINESE, Look.ENGLISH.asDark());
  }

  @ParameterizedTest
  @MethodSource("looks")
  void axe_finds_nothing_serious_on_any_screen(Look look, Stage stage) {
    SoftAssertions all = new SoftAssertions();
    Page page = stage.open(look, "/");
    page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    page.evaluate(axe());
    for (Screens screen : Screens.values()) {
      screen.follow(page);
      all.assertThat(faults(page)).as("%s, %s", screen, look).isEmpty();
    }
    page.setViewportSize(390, 844);
    Screens.EXPLORE.follow(page);
    page.locator(".result-head button.phone-only").click();
    all.assertThat(faults(page)).as("sheet, %s", look).isEmpty();
    all.assertAll();
  }

  private static List<?> faults(Page page) {
    return (List<?>) page.evaluate(FAULTS);
  }

  private static String axe() {
    try (InputStream script = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
