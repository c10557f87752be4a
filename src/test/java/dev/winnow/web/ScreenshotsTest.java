package dev.winnow.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Writes pictures of all screens into the folder named by {@code -Dwinnow.screenshots}. */
@Browsing
@EnabledIfSystemProperty(named = ScreenshotsTest.FOLDER, matches = ".+")
final class ScreenshotsTest {
  static final String FOLDER = "winnow.screenshots";

  @ParameterizedTest
  @CsvSource({"en,false", "en,true", "zh,false", "zh,true"})
  void every_screen_is_pictured(String language, boolean dark, Stage stage) {
    Look wide = new Look(language, dark, 1280);
    for (Look look : new Look[] {wide, wide.onPhone()}) {
      Page page = stage.open(look, "/");
      for (Screens screen : Screens.values()) {
        screen.open(page, stage);
        Path file = Path.of(System.getProperty(FOLDER, ""), name(screen, look));
        page.screenshot(
            new Page.ScreenshotOptions()
                .setPath(file)
                .setAnimations(ScreenshotAnimations.DISABLED));
        assertThat(Files.exists(file)).isTrue();
      }
    }
  }

  private static String name(Screens screen, Look look) {
    return "%s-%s.png".formatted(screen.name().toLowerCase(Locale.ROOT), look);
  }
}
