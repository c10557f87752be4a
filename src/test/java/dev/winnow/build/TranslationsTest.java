package dev.winnow.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the texts of the interface in the two languages to each other. */
final class TranslationsTest {
  private static final Path TEXTS = Path.of("web/i18n");

  /** A key at the beginning of a line, quoted or not. */
  private static final Pattern ENTRY =
      Pattern.compile("^\\s*(?:'([^']+)'|\"([^\"]+)\"|([A-Za-z_$][\\w$]*))\\s*:.*$");

  @Test
  void both_languages_have_the_same_keys() throws IOException {
    assertThat(read("zh.js")).isEqualTo(read("en.js")).isNotEmpty();
  }

  private static Set<String> read(String file) throws IOException {
    Set<String> keys = new TreeSet<>();
    for (String line : Files.readAllLines(TEXTS.resolve(file))) {
      Matcher entry = ENTRY.matcher(line);
      if (entry.matches()) {
        String key =
            Stream.of(1, 2, 3)
                .map(entry::group)
                .filter(Objects::nonNull)
                .collect(Collectors.joining());
        assertThat(keys.add(key)).as("%s has %s once", file, key).isTrue();
      }
    }
    return keys;
  }
}
