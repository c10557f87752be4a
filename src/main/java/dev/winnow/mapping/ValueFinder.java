package dev.winnow.mapping;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.winnow.schema.Field;
import dev.winnow.schema.TreePath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the known value of a field that a text means: by the value itself, its labels, its other
 * names, and in trees by the name of any node, the levels above filled in. 深圳, 广东省/深圳市 and
 * "Shenzhen, Guangdong" are all 中国/广东/深圳.
 */
public final class ValueFinder {
  private static final String SLASH = String.valueOf(Field.Tree.SEPARATOR);
  private static final Pattern BETWEEN = Pattern.compile("\\s*[,，、;；|>·\\-–—\\s]\\s*");
  private static final Pattern COMMA = Pattern.compile("\\s*[,，]\\s*");
  private static final Pattern PLACE = Pattern.compile(".+[省市区县州盟旗国]");
  private static final int LONGEST_CODE = 3;
  private static final int LONGEST_NAME = 12;

  /** What stands for a level that a place does not have. */
  private static final Set<String> NO_LEVEL =
      Set.of("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划", "-", "");

  private static final int MOST_KEPT = 10_000;

  private final KnownNames names;
  private final Resemblance resemblance;
  private final boolean tree;

  /** The same few texts come in row after row. */
  private final Cache<String, Optional<String>> found =
      Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

  private ValueFinder(KnownNames names, boolean tree) {
    this.names = names;
    this.resemblance = new Resemblance(names);
    this.tree = tree;
  }

  /** The finder of a field; empty when the field has no known values. */
  public static Optional<ValueFinder> of(Field field) {
    return KnownNames.of(field).map(names -> new ValueFinder(names, field instanceof Field.Tree));
  }

  /**
   * The value that a text means, in a tree with the levels below the known ones as they are
   * written; empty when it means none, or one of several.
   */
  public Optional<String> find(String text) {
    return names.isKnown(text) ? Optional.of(text) : found.get(text, this::meant);
  }

  private Optional<String> meant(String text) {
    Optional<String> whole = only(names.called(text));
    return tree ? whole.or(() -> path(text)) : whole;
  }

  /** What a text is to become: the value it means, or itself. */
  public String normal(String text) {
    return find(text).orElse(text);
  }

  /**
   * Whether a value, once normal, is one of the known ones, or lies where nothing is known of what
   * there is.
   */
  public boolean isKnown(String value) {
    if (names.isKnown(value)) {
      return true;
    }
    Optional<String> above = TreePath.parent(value);
    while (tree && above.isPresent()) {
      if (names.isKnown(above.get())) {
        return !names.hasBelow(above.get());
      }
      above = TreePath.parent(above.get());
    }
    return false;
  }

  /** Whether a value is one of the known ones itself. */
  boolean isNode(String value) {
    return names.isKnown(value);
  }

  /** All known values that a text could mean; several when it is ambiguous. */
  List<String> meanings(String text) {
    return List.copyOf(names.called(text));
  }

  /** Known values that a text resembles, at most five, the likeliest first. */
  public List<String> nearest(String text) {
    List<String> meanings = meanings(text);
    return meanings.isEmpty() ? resemblance.nearest(TreePath.name(text)) : meanings;
  }

  private Optional<String> path(String text) {
    if (text.contains(SLASH)) {
      return walk(Arrays.asList(text.split(SLASH)));
    }
    List<String> commas = Arrays.asList(COMMA.split(text));
    List<String> pieces = Arrays.asList(BETWEEN.split(text));
    if (pieces.size() < 2) {
      return walk(cut(text));
    }
    boolean code = pieces.getFirst().length() <= LONGEST_CODE && isAscii(pieces.getFirst());
    return walk(commas.size() > 1 ? commas.reversed() : code ? List.of() : pieces)
        .or(() -> commas.size() > 1 ? walk(commas) : Optional.empty())
        .or(() -> walk(cut(text)));
  }

  /** Down from the node that the first level means. */
  private Optional<String> walk(List<String> levels) {
    List<String> rest = new ArrayList<>(levels);
    rest.removeIf(level -> NO_LEVEL.contains(level.strip()));
    if (rest.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> start = start(rest);
    if (start.isEmpty()) {
      return Optional.empty();
    }
    String node = start.get();
    for (String level : rest.subList(1, rest.size())) {
      Set<String> called = names.called(level);
      String at = node;
      Optional<String> child = only(below(at, called));
      if (child.isPresent() || !called.contains(at)) {
        node = child.orElse(at + SLASH + level.strip());
      }
    }
    return Optional.of(node);
  }

  /** The node of the first level, told from others of its name by the level that follows. */
  private Optional<String> start(List<String> levels) {
    Set<String> called = names.called(levels.getFirst());
    if (levels.size() > 1 && called.size() > 1) {
      Set<String> next = names.called(levels.get(1));
      List<String> above = called.stream().filter(node -> !below(node, next).isEmpty()).toList();
      if (above.size() == 1) {
        return Optional.of(above.getFirst());
      }
      return nearest(called);
    }
    return only(called).or(() -> path(levels.getFirst()));
  }

  private static Set<String> below(String node, Set<String> values) {
    String prefix = node + SLASH;
    return Set.copyOf(values.stream().filter(value -> value.startsWith(prefix)).toList());
  }

  /** One value, or the one nearest to the top; codes of a few letters must mean one alone. */
  private Optional<String> only(Set<String> values) {
    if (values.size() < 2 || !tree) {
      return values.size() == 1 ? Optional.of(values.iterator().next()) : Optional.empty();
    }
    return nearest(values).filter(_ -> !isCode(List.copyOf(values)));
  }

  /** The one nearest to the top; empty when there are two. */
  private static Optional<String> nearest(Set<String> values) {
    List<String> sorted = new ArrayList<>(values);
    sorted.sort(Comparator.comparingInt(ValueFinder::depth));
    return depth(sorted.get(0)) < depth(sorted.get(1))
        ? Optional.of(sorted.getFirst())
        : Optional.empty();
  }

  private static int depth(String value) {
    return TreePath.levels(value).size();
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  /** Whether all names that the values share are codes. */
  private boolean isCode(List<String> values) {
    Set<String> shared = new HashSet<>(names.all().getOrDefault(values.get(0), Set.of()));
    shared.retainAll(names.all().getOrDefault(values.get(1), Set.of()));
    return shared.stream().allMatch(name -> name.length() <= LONGEST_CODE && isAscii(name));
  }

  /** 广东省深圳市南山区 as its levels: known names from the front, then the rest. */
  private List<String> cut(String text) {
    List<String> levels = new ArrayList<>();
    String rest = text.strip();
    while (!rest.isEmpty() && rest.codePoints().anyMatch(HeaderWords::isHan)) {
      int end = knownStart(rest);
      if (end == 0) {
        break;
      }
      levels.add(rest.substring(0, end));
      rest = rest.substring(end).strip();
    }
    if (levels.size() < 2 && !(levels.size() == 1 && PLACE.matcher(levels.getFirst()).matches())) {
      return List.of();
    }
    if (!rest.isEmpty()) {
      levels.add(rest);
    }
    return levels;
  }

  private int knownStart(String text) {
    for (int end = Math.min(text.length(), LONGEST_NAME); end > 1; end--) {
      if (!names.called(text.substring(0, end)).isEmpty()) {
        return end;
      }
    }
    return 0;
  }
}
