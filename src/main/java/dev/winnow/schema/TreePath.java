package dev.winnow.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The paths that are the values of a {@link Field.Tree}. */
public final class TreePath {
  /** Most levels of a path. */
  public static final int MAX_LEVELS = 8;

  private static final String SEPARATOR = String.valueOf(Field.Tree.SEPARATOR);

  private TreePath() {}

  /** The names of the nodes from the top. */
  public static List<String> levels(String path) {
    return List.of(path.split(SEPARATOR, -1));
  }

  /** The node's own name. */
  public static String name(String path) {
    return path.substring(path.lastIndexOf(Field.Tree.SEPARATOR) + 1);
  }

  /** The path of the node above; empty at the top. */
  public static Optional<String> parent(String path) {
    int end = path.lastIndexOf(Field.Tree.SEPARATOR);
    return end < 0 ? Optional.empty() : Optional.of(path.substring(0, end));
  }

  /** The path with every level cleaned as {@link WordRules#clean} does. */
  public static String clean(String raw) {
    if (raw.indexOf(Field.Tree.SEPARATOR) < 0) {
      return WordRules.clean(raw);
    }
    return Arrays.stream(raw.split(SEPARATOR, -1))
        .map(WordRules::clean)
        .collect(Collectors.joining(SEPARATOR));
  }

  /** What is wrong with a clean path, as the end of a sentence about it. */
  public static Optional<String> flaw(String path) {
    List<String> levels = levels(path);
    if (levels.size() > MAX_LEVELS) {
      return Optional.of(
          "has " + levels.size() + " levels; at most " + MAX_LEVELS + " are allowed.");
    }
    if (levels.contains("")) {
      return Optional.of("has an empty level; write the levels as in a/b/c.");
    }
    return WordRules.flaw(path);
  }
}
