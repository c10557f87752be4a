package dev.winnow.schema;

import java.util.List;
import java.util.Optional;

/** Reads labels, which must be there in both languages. */
final class Labels {
  static final List<String> KEYS = List.of("en", "zh");

  private Labels() {}

  /** The label of an entry {@code label: {en: …, zh: …}}. */
  static Optional<Label> read(YamlMap owner) {
    Optional<YamlMap> label =
        owner.required("label").flatMap(node -> node.asMap(YamlMap.named("label"), KEYS));
    if (label.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> en = label.get().requiredText("en");
    Optional<String> zh = label.get().requiredText("zh");
    return en.isPresent() && zh.isPresent()
        ? Optional.of(new Label(en.get(), zh.get()))
        : Optional.empty();
  }
}
