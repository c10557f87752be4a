package dev.winnow.condition;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The kinds of clause in JSON: the key that makes the kind, and the keys that go with it. */
enum ClauseKind {
  ALL("all"),
  ANY("any"),
  NOT("not"),
  FIELD("field", "in", "gte", "gt", "lte", "lt", "anniversaryWithin", "exists"),
  TEXT("text", "fields"),
  SEGMENT("segment"),
  BUCKET("bucket"),
  DID("did", "where", "count", "sum", "average", "first", "last", "lookback");

  private final String key;
  private final List<String> companions;

  ClauseKind(String key, String... companions) {
    this.key = key;
    this.companions = List.of(companions);
  }

  String key() {
    return key;
  }

  List<String> companions() {
    return companions;
  }

  boolean allows(String name) {
    return name.equals(key) || companions.contains(name);
  }

  /** Every key that some kind knows. */
  static List<String> keys() {
    return Arrays.stream(values())
        .flatMap(kind -> Stream.concat(Stream.of(kind.key), kind.companions.stream()))
        .toList();
  }
}
