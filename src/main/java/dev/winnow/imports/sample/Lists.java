package dev.winnow.imports.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The word lists beside the program, in the resource folder {@code sample}. */
final class Lists {
  private Lists() {}

  /** The words of a list, separated by white space; an underscore stands for a space. */
  static List<String> words(String file) {
    return Arrays.stream(text(file).strip().split("\\s+"))
        .map(word -> word.replace('_', ' '))
        .toList();
  }

  /** Chinese characters with their pinyin, a pair on each line. */
  static List<Hanzi> hanzi(String file) {
    return text(file)
        .lines()
        .map(line -> line.split(" ", 2))
        .map(pair -> new Hanzi(pair[0], pair[1]))
        .toList();
  }

  /** The cells of each line, separated by tabs; lines beginning with # are comments. */
  static List<String[]> rows(String file) {
    return text(file)
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .toList();
  }

  private static String text(String file) {
    try (InputStream in = Lists.class.getResourceAsStream("/sample/" + file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A piece of a Chinese name and how it is said. */
  record Hanzi(String text, String pinyin) {
    Hanzi plus(Hanzi next) {
      return new Hanzi(text + next.text, pinyin + next.pinyin);
    }

    /** The pinyin with a capital letter. */
    String latin() {
      return Character.toUpperCase(pinyin.charAt(0)) + pinyin.substring(1);
    }
  }
}
