package dev.winnow.imports;

import dev.winnow.mapping.ColumnMapping;
import dev.winnow.mapping.HeaderSignature;
import dev.winnow.mapping.MappingReader;
import dev.winnow.mapping.MappingWriter;
import dev.winnow.problem.Excerpt;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.schema.Schema;
import dev.winnow.store.Database;
import dev.winnow.store.Table;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The mappings that were kept. Safe for use by many threads. */
public final class SavedMappings {
  /** Characters of a name. */
  public static final int MAX_NAME = 100;

  private final Table<SavedMapping> table;
  private final MappingReader reader;
  private final Clock clock;

  SavedMappings(Database database, Schema schema, Clock clock) {
    this.table = database.table("mappings", SavedMapping.class);
    this.reader = new MappingReader(schema);
    this.clock = clock;
  }

  /** In the order of their names. */
  public List<SavedMapping> list() {
    return table.values();
  }

  public SavedMapping get(String name) {
    return Optional.of(name)
        .filter(SavedMappings::isName)
        .flatMap(table::get)
        .orElseThrow(
            () ->
                new WinnowException(
                    ProblemCode.MAPPING_NOT_FOUND,
                    "There is no mapping " + Excerpt.quoted(name) + "."));
  }

  /** The mapping under a name. */
  public ColumnMapping mapping(String name) {
    return reader.read(get(name).mapping(), name);
  }

  /**
   * Keeps a mapping, in place of one with the same name.
   *
   * @param columns of the table that it was made for
   */
  public SavedMapping save(String name, List<String> columns, ColumnMapping mapping, String by) {
    if (!isName(name)) {
      throw new WinnowException(
          ProblemCode.INVALID_REQUEST,
          "The name of a mapping has 1 to %d characters.".formatted(MAX_NAME));
    }
    SavedMapping saved =
        new SavedMapping(
            name, columns, clock.instant(), by, MappingWriter.toJson(mapping).toString());
    table.put(name, saved);
    return saved;
  }

  public void delete(String name) {
    table.remove(get(name).name());
  }

  /** The mapping last kept for a table with the same columns. */
  Optional<SavedMapping> forColumns(List<String> header) {
    String signature = HeaderSignature.of(header);
    return list().stream()
        .filter(saved -> HeaderSignature.of(saved.columns()).equals(signature))
        .max(Comparator.comparing(SavedMapping::savedAt));
  }

  private static boolean isName(String name) {
    return !name.isBlank()
        && name.length() <= MAX_NAME
        && name.chars().noneMatch(c -> c < ' ' || c == 0x7f);
  }
}
