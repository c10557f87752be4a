package dev.winnow.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A file beside the classes with a line {@code key: name | name} each. */
final class TextList {
  private TextList() {}

  /**
   * @param key also the name of a section, without names
   */
  record Line(String key, List<String> names) {}

  static List<Line> read(String file) {
    try (InputStream in = Objects.requireNonNull(TextList.class.getResourceAsStream(file), file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(TextList::line)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Line line(String text) {
    int colon = text.indexOf(": ");
    if (colon < 0) {
      return new Line(text.strip(), List.of());
    }
    List<String> names =
        Arrays.stream(text.substring(colon + 2).split("\\|"))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .toList();
    return new Line(text.substring(0, colon).strip(), names);
  }
}
