package dev.winnow.condition;

import dev.winnow.schema.Field;
import dev.winnow.schema.Label;
import dev.winnow.schema.Language;
import dev.winnow.schema.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the values of one field are called in one language. A node of a tree is called by its last
 * level, or by its whole path where several nodes have the same name.
 */
final class ValueNames {
  private final boolean tree;
  private final Language language;
  private final Map<String, Label> labels;
  private final Map<String, Long> nodesByName;

  ValueNames(Field field, Map<String, Label> labels, Language language) {
    this.tree = field instanceof Field.Tree;
    this.language = language;
    this.labels = labels;
    this.nodesByName =
        labels.keySet().stream().collect(Collectors.groupingBy(this::own, Collectors.counting()));
  }

  String of(String value) {
    String name = own(value);
    boolean ambiguous = tree && nodesByName.getOrDefault(name, 0L) > 1;
    return ambiguous ? path(value) : name;
  }

  private String own(String value) {
    return Optional.ofNullable(labels.get(value))
        .map(label -> label.in(language))
        .orElseGet(() -> tree ? TreePath.name(value) : value);
  }

  private String path(String value) {
    List<String> names = new ArrayList<>();
    Optional<String> node = Optional.of(value);
    while (node.isPresent()) {
      names.addFirst(own(node.get()));
      node = TreePath.parent(node.get());
    }
    return String.join("/", names);
  }
}
