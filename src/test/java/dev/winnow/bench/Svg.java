package dev.winnow.bench;

import java.util.Locale;

/**
 * Draws an SVG picture. It brings a light background of its own, so that it can be read on light
 * and dark pages alike. Lengths are in pixels, from the upper left.
 */
final class Svg {
  static final String INK = "#1f2328";
  static final String FAINT = "#d0d7de";

  private final StringBuilder out = new StringBuilder();

  /** Where a text stands by its point. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  Svg(int width, int height, String title) {
    out.append(
        format(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
                + " height=\"%d\" role=\"img\" font-family=\"system-ui, sans-serif\""
                + " font-size=\"13\">%n<title>%s</title>%n",
            width, height, width, height, escape(title)));
    rect(0, 0, width, height, "#f6f8fa");
    out.append(
        format(
            "<text x=\"20\" y=\"28\" font-size=\"16\" font-weight=\"600\" fill=\"%s\">%s</text>%n",
            INK, escape(title)));
  }

  void rect(double x, double y, double width, double height, String colour) {
    out.append(
        format(
            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>%n",
            x, y, width, height, colour));
  }

  void line(double x1, double y1, double x2, double y2, String colour, double width) {
    out.append(
        format(
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\""
                + " stroke-width=\"%.1f\"/>%n",
            x1, y1, x2, y2, colour, width));
  }

  void dot(double x, double y, String colour) {
    out.append(format("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\"/>%n", x, y, colour));
  }

  void text(double x, double y, Anchor anchor, String text) {
    out.append(
        format(
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n",
            x, y, anchor.name().toLowerCase(Locale.ROOT), INK, escape(text)));
  }

  /** Reads from bottom to top, for the name of a vertical axis. */
  void upright(double x, double y, String text) {
    out.append(
        format(
            "<text transform=\"translate(%.1f %.1f) rotate(-90)\" text-anchor=\"middle\""
                + " fill=\"%s\">%s</text>%n",
            x, y, INK, escape(text)));
  }

  @Override
  public String toString() {
    return out + "</svg>\n";
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
