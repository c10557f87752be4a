package dev.winnow.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The types a field can be declared with, and which keys a declaration of each may have. */
enum FieldType {
  TEXT("multi", "searched"),
  KEYWORD("facet", "multi", "searched", "values", "values-from", "closed", "record"),
  TREE("facet", "multi", "searched", "values", "values-from", "closed"),
  NUMBER("facet", "decimals", "unit", "record"),
  MONEY("facet", "currency", "decimals"),
  DATE("facet", "record"),
  BOOLEAN("facet"),
  PHONE("facet", "multi", "searched"),
  EMAIL("facet", "multi", "searched");

  private static final List<String> COMMON =
      List.of("name", "type", "label", "personal", "required", "wanted");

  private final List<String> own;

  FieldType(String... own) {
    this.own = List.of(own);
  }

  /** As it is written in {@code fields.yml}. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> words() {
    return Arrays.stream(values()).map(FieldType::word).toList();
  }

  static Optional<FieldType> of(String word) {
    return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
  }

  /** The keys that a field of this type may have. */
  List<String> keys() {
    List<String> keys = new ArrayList<>(COMMON);
    keys.addAll(own);
    return keys;
  }

  /** The keys that a field of some type may have. */
  static List<String> allKeys() {
    LinkedHashSet<String> keys = new LinkedHashSet<>(COMMON);
    Arrays.stream(values()).forEach(type -> keys.addAll(type.own));
    return List.copyOf(keys);
  }
}
