package dev.winnow.schema;

import dev.winnow.problem.Excerpt;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A value in a YAML file, read as the type that is wanted, with a fault when it is another. */
public record YamlNode(ConfigFolder folder, String file, Node node) {
  public Place place() {
    return new Place(file, node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0));
  }

  public void fault(String detail, String expected) {
    folder.fault(place(), detail, expected);
  }

  /** A mapping with no other keys than the known ones. */
  public Optional<YamlMap> asMap(String what, List<String> known) {
    if (node instanceof MappingNode mapping) {
      return Optional.of(YamlMap.of(this, mapping, known));
    }
    wrongType(what, "a mapping with the keys " + String.join(", ", known));
    return Optional.empty();
  }

  /** Whether it is written as a list. */
  public boolean isList() {
    return node instanceof SequenceNode;
  }

  public List<YamlNode> asList(String what) {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream().map(item -> new YamlNode(folder, file, item)).toList();
    }
    wrongType(what, "a list");
    return List.of();
  }

  /** Text that is not blank. */
  public Optional<String> asText(String what) {
    if (!(node instanceof ScalarNode scalar) || scalar.getTag().equals(Tag.NULL)) {
      wrongType(what, "text");
    } else if (!scalar.getTag().equals(Tag.STR)) {
      fault(what + " is not text.", "Put it in quotes: \"" + Excerpt.of(scalar.getValue()) + "\".");
    } else if (scalar.getValue().isBlank()) {
      fault(what + " is empty.", "It must be text.");
    } else {
      String text = scalar.getValue().strip();
      Optional<String> flaw = WordRules.flaw(text);
      flaw.ifPresent(end -> fault(what + " " + end, ""));
      return flaw.isEmpty() ? Optional.of(text) : Optional.empty();
    }
    return Optional.empty();
  }

  public boolean asFlag(String what) {
    if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.BOOL)) {
      return Boolean.parseBoolean(scalar.getValue());
    }
    wrongType(what, "true or false");
    return false;
  }

  public OptionalInt asWhole(String what, int min, int max) {
    if (node instanceof ScalarNode scalar
        && scalar.getTag().equals(Tag.INT)
        && scalar.getValue().length() < 9) {
      int value = Integer.parseInt(scalar.getValue());
      if (value >= min && value <= max) {
        return OptionalInt.of(value);
      }
    }
    wrongType(what, "a whole number from " + min + " to " + max);
    return OptionalInt.empty();
  }

  private void wrongType(String what, String expected) {
    String actual =
        switch (node) {
          case MappingNode _ -> "a mapping";
          case SequenceNode _ -> "a list";
          case ScalarNode scalar when scalar.getTag().equals(Tag.NULL) -> "empty";
          case ScalarNode scalar -> Excerpt.quoted(scalar.getValue());
          default -> "something else";
        };
    fault(what + " is " + actual + ".", "It must be " + expected + ".");
  }
}
