package dev.winnow.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records of one type under string keys, stored as JSON. A single change is a transaction of its
 * own unless it is made within {@link Database#write}; safe for use by several threads.
 *
 * <p>Keys have 1 to 512 characters and none below U+0020.
 */
public final class Table<T> {
  /** Numbers within trees keep all of their digits. */
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final Pattern NAME = Pattern.compile("[a-z][a-z-]*");
  private static final int LONGEST_KEY = 512;
  private static final char AFTER_NAME = '\u0001';
  private static final char AFTER_ROWS = '\u0002';

  private final Database database;
  private final String name;
  private final ObjectReader reader;
  private final ObjectWriter writer;

  Table(Database database, String name, Class<T> type) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("Not a table name: " + name);
    }
    this.database = database;
    this.name = name;
    this.reader = JSON.readerFor(type);
    this.writer = JSON.writerFor(type);
  }

  public Optional<T> get(String key) {
    return database.get(row(key)).map(this::decode);
  }

  /** Inserts or replaces. */
  public void put(String key, T value) {
    database.set(row(key), Optional.of(writer.writeValueAsBytes(value)));
  }

  /** Removes, if it is there. */
  public void remove(String key) {
    database.set(row(key), Optional.empty());
  }

  /** All values, in the order of their keys. */
  public List<T> values() {
    return List.copyOf(entries().values());
  }

  /** All entries, in the order of their keys. */
  public SequencedMap<String, T> entries() {
    return between(name + AFTER_NAME, name + AFTER_ROWS);
  }

  /** The entries whose key begins so, in the order of their keys. */
  public SequencedMap<String, T> startingWith(String prefix) {
    return between(row(prefix), row(prefix) + Character.MAX_VALUE);
  }

  private SequencedMap<String, T> between(String from, String to) {
    SequencedMap<String, T> entries = new LinkedHashMap<>();
    for (Map.Entry<String, byte[]> row : database.between(from, to).entrySet()) {
      entries.put(row.getKey().substring(name.length() + 1), decode(row.getValue()));
    }
    return entries;
  }

  private String row(String key) {
    if (key.isEmpty() || key.length() > LONGEST_KEY || key.chars().anyMatch(c -> c < ' ')) {
      throw new IllegalArgumentException("Not a key of table " + name + ": '" + key + "'");
    }
    return name + AFTER_NAME + key;
  }

  private T decode(byte[] json) {
    return reader.readValue(json);
  }
}
