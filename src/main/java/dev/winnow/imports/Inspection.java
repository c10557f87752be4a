package dev.winnow.imports;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.winnow.tables.ColumnProfile;
import dev.winnow.tables.TableProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was seen of a table before anything was decided.
 *
 * @param charsets in which it could be text, the likeliest first
 * @param certain whether nobody needs to look at the choice
 * @param sheets of a workbook
 * @param header names of the columns
 */
public record Inspection(
    List<String> charsets,
    boolean certain,
    List<String> sheets,
    List<String> header,
    TableProfile profile) {
  private static final JsonMapper JSON =
      JsonMapper.builder().addMixIn(ColumnProfile.Content.class, Kind.class).build();

  public Inspection {
    charsets = List.copyOf(charsets);
    sheets = List.copyOf(sheets);
    header = List.copyOf(header);
  }

  /** Tells the kinds of content apart in the file. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
  private interface Kind {}

  void write(Path file) {
    write(file, this);
  }

  static Optional<Inspection> read(Path file) {
    try {
      return Files.exists(file)
          ? Optional.of(JSON.readValue(Files.readAllBytes(file), Inspection.class))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes JSON so that the file is whole or not there. */
  static void write(Path file, Object value) {
    try {
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.write(fresh, JSON.writeValueAsBytes(value));
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
