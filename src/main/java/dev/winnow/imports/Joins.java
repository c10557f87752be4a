package dev.winnow.imports;

import dev.winnow.mapping.ColumnMapping.Lookup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The other tables that a table is joined with, in the order in which they came. */
record Joins(List<Lookup> lookups) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  Joins {
    lookups = List.copyOf(lookups);
  }

  static Joins read(Path file) {
    try {
      return Files.exists(file)
          ? JSON.readValue(Files.readAllBytes(file), Joins.class)
          : new Joins(List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(Path file) {
    Inspection.write(file, this);
  }

  Joins with(Lookup lookup) {
    return new Joins(
        Stream.concat(without(lookup.file()).lookups.stream(), Stream.of(lookup)).toList());
  }

  /** Without a table, and without those that were joined by its columns. */
  Joins without(String file) {
    List<String> names =
        lookups.stream().filter(each -> each.file().equals(file)).map(Lookup::name).toList();
    return new Joins(
        lookups.stream()
            .filter(
                each ->
                    !each.file().equals(file)
                        && names.stream()
                            .noneMatch(name -> each.by().name().startsWith(name + ".")))
            .toList());
  }
}
