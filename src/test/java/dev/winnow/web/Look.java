package dev.winnow.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;

/**
 * How a visitor looks at the interface.
 *
 * @param width of the window, in CSS pixels
 */
record Look(String language, boolean dark, int width) {
  static final Look CHINESE = new Look("zh", false, 1280);
  static final Look ENGLISH = new Look("en", false, 1280);

  Look asDark() {
    return new Look(language, true, width);
  }

  Look onPhone() {
    return new Look(language, dark, 390);
  }

  Browser.NewContextOptions options() {
    return new Browser.NewContextOptions()
        .setLocale(language.equals("zh") ? "zh-CN" : "en-GB")
        .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)
        .setViewportSize(width, width < 600 ? 844 : 800);
  }

  @Override
  public String toString() {
    return "%s-%s-%d".formatted(language, dark ? "dark" : "light", width);
  }
}
