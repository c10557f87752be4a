package dev.winnow.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables written at random are read back as they were, without being told how. */
final class RandomTablesTest {
  private static final List<String> DELIMITERS = List.of(",", ";", "\t", "|");
  private static final List<String> ENDS = List.of("\n", "\r\n", "\r");
  private static final List<String> CHARSETS =
      List.of("UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "windows-1252", "x-MacRoman");
  private static final List<String> CHINESE =
      List.of("杭州科技有限公司", "上海贸易公司", "北京银行", "深圳市实业集团", "广州服装厂", "成都医院");
  private static final List<String> WESTERN =
      List.of("José Muñoz", "Müller & Söhne", "Café Élysée", "Gómez", "Façade SA", "Straße 5");

  @TempDir private Path folder;

  @Test
  void a_table_in_any_dialect_and_charset_is_read_back() {
    long seed = System.nanoTime();
    System.out.println("random tables, seed " + seed);
    var random = new SplittableRandom(seed);
    for (int i = 0; i < 60; i++) {
      long one = random.nextLong();
      assertReadBack(one, new SplittableRandom(one));
    }
  }

  private void assertReadBack(long seed, SplittableRandom random) {
    String charset = pick(CHARSETS, random);
    boolean western = charset.startsWith("w") || charset.startsWith("x");
    String delimiter = pick(DELIMITERS, random);
    String end = pick(ENDS, random);
    int columns = random.nextInt(3, 9);
    List<List<String>> rows = new ArrayList<>();
    rows.add(header(columns));
    for (int i = random.nextInt(5, 60); i > 0; i--) {
      rows.add(row(columns, western ? WESTERN : CHINESE, random));
    }
    boolean quoted = random.nextBoolean();
    String text =
        rows.stream()
            .map(
                row ->
                    row.stream().map(c -> quote(c, quoted)).collect(Collectors.joining(delimiter)))
            .collect(Collectors.joining(end));
    Written table = Written.text(folder, text, Charset.forName(charset));
    assertThat(table.guess().format())
        .as("seed %d", seed)
        .isEqualTo(TableFormat.csv(Charset.forName(charset), delimiter.charAt(0)));
    assertThat(table.header()).as("seed %d", seed).isEqualTo(rows.getFirst());
    assertThat(table.cells()).as("seed %d", seed).isEqualTo(rows.subList(1, rows.size()));
  }

  private static List<String> header(int columns) {
    List<String> names = new ArrayList<>(List.of("id", "name"));
    while (names.size() < columns) {
      names.add("field_" + names.size());
    }
    return names;
  }

  private static List<String> row(int columns, List<String> words, SplittableRandom random) {
    List<String> cells = new ArrayList<>();
    cells.add(Integer.toString(random.nextInt(1_000_000)));
    cells.add(pick(words, random));
    while (cells.size() < columns) {
      cells.add(
          switch (cells.size() % 4) {
            case 0 -> Integer.toString(random.nextInt(1000));
            case 1 -> random.nextInt(10) == 0 ? "" : pick(words, random);
            case 2 -> "2026-0" + random.nextInt(1, 10) + "-1" + random.nextInt(10);
            default -> random.nextInt(5) == 0 ? "a \"b\", c; d|e\nf" : "note";
          });
    }
    return cells;
  }

  private static String quote(String cell, boolean always) {
    boolean needed = cell.chars().anyMatch(c -> ",;|\t\"\r\n".indexOf(c) >= 0);
    return always || needed ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }

  private static <T> T pick(List<T> list, SplittableRandom random) {
    return list.get(random.nextInt(list.size()));
  }
}
