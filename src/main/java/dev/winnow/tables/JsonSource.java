package dev.winnow.tables;

import dev.winnow.problem.ProblemCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * JSON objects as rows. Since any of them may have a member that none before it had, the file is
 * read through once for the names of the columns before the first row is given.
 */
public final class JsonSource implements RowSource {
  private final JsonRecords records;
  private final Map<String, Integer> places;
  private final List<String> header;
  private JsonRecords.@Nullable Item next;

  private JsonSource(JsonRecords records, Map<String, Integer> places, List<String> names) {
    this.records = records;
    this.places = places;
    this.header = HeaderNames.unique(names);
    this.next = records.next();
  }

  /** Opens the file; {@link ProblemCode#INVALID_FILE} when no object in it has a member. */
  public static JsonSource open(Path file) {
    String fileName = file.getFileName().toString();
    Map<String, Integer> places = new HashMap<>();
    List<String> names = new ArrayList<>();
    try (JsonRecords records = new JsonRecords(file)) {
      for (var item = records.next(); item != null; item = records.next()) {
        for (String name : item.cells().keySet()) {
          if (places.putIfAbsent(name, names.size()) == null) {
            names.add(name);
          }
        }
        if (names.size() > Limits.COLUMNS) {
          throw BadFile.of(
              fileName + ":" + item.line(),
              "The objects have more than %,d different members.".formatted(Limits.COLUMNS),
              "Leave members out, or make those with names that vary values of one.");
        }
      }
    }
    if (names.isEmpty()) {
      throw BadFile.of(fileName, "There is no JSON object in the file.", "Give one a line.");
    }
    return new JsonSource(new JsonRecords(file), places, names);
  }

  @Override
  public List<String> header() {
    return header;
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public Row next() {
    JsonRecords.Item item = next;
    if (item == null) {
      throw new NoSuchElementException();
    }
    String[] cells = new String[header.size()];
    Arrays.fill(cells, "");
    item.cells().forEach((name, text) -> cells[places.getOrDefault(name, 0)] = text);
    next = records.next();
    return new Row(item.line(), List.of(cells), item.fault().stream().toList());
  }

  @Override
  public void close() {
    records.close();
  }
}
