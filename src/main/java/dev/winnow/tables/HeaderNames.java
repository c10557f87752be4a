package dev.winnow.tables;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes names of columns from the lines of a header: never empty and all different. */
final class HeaderNames {
  private HeaderNames() {}

  /** "column 1", "column 2", … for a table without a header. */
  static List<String> numbered(int columns) {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= columns; i++) {
      names.add("column " + i);
    }
    return names;
  }

  /**
   * The names in the lines. A merged cell, which names the columns below and right of it, stands in
   * the first of them only: where a line has nothing over a name of the next line, the text to its
   * left is meant.
   */
  static List<String> of(List<List<String>> lines) {
    int columns = lines.stream().mapToInt(List::size).max().orElse(0);
    List<String> names = new ArrayList<>();
    String[] left = new String[lines.size()];
    for (int column = 0; column < columns; column++) {
      List<String> parts = new ArrayList<>();
      for (int i = 0; i < lines.size(); i++) {
        String text = cell(lines.get(i), column);
        boolean named = i + 1 < lines.size() && !cell(lines.get(i + 1), column).isEmpty();
        if (!text.isEmpty()) {
          left[i] = named ? text : "";
        } else if (named && left[i] != null) {
          text = left[i];
        }
        if (!text.isEmpty() && !parts.contains(text)) {
          parts.add(text);
        }
      }
      names.add(String.join(" ", parts));
    }
    return unique(names);
  }

  private static String cell(List<String> line, int column) {
    return column < line.size()
        ? line.get(column).strip().replaceAll("\\s*[\\r\\n]+\\s*", " ")
        : "";
  }

  /** Names that differ, by more than case, from all before them: "name", "name 2", "column 3". */
  static List<String> unique(List<String> names) {
    Set<String> all = new HashSet<>();
    names.forEach(name -> all.add(key(name)));
    Set<String> taken = new HashSet<>();
    List<String> result = new ArrayList<>();
    for (String name : names) {
      String base = name.isEmpty() ? "column " + (result.size() + 1) : name;
      String unique = base;
      for (int n = 2;
          taken.contains(key(unique)) || (!unique.equals(name) && all.contains(key(unique)));
          n++) {
        unique = base + " " + n;
      }
      taken.add(key(unique));
      result.add(unique);
    }
    return result;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
