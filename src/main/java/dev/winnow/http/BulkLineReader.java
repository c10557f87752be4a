package dev.winnow.http;

import dev.winnow.engine.Write.Expected;
import dev.winnow.ingest.Change;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Reads one line of a bulk request. */
final class BulkLineReader {
  private BulkLineReader() {}

  static BulkStream.Read<Change> read(BulkLines.Line line) {
    return read(line, "id", BulkLineReader::change);
  }

  /**
   * Reads a line of JSON, or says what is wrong with it.
   *
   * @param idMember the member that says what the line is about
   */
  static <C> BulkStream.Read<C> read(
      BulkLines.Line line, String idMember, Function<JsonNode, C> reader) {
    String id = "";
    try {
      if (line.tooLong()) {
        throw new WinnowException(
            ProblemCode.TOO_LARGE, "The line is longer than " + Body.MAX_BYTES + " bytes.");
      }
      JsonNode json = Json.read(line.bytes());
      id = json.path(idMember).stringValue("");
      return new BulkStream.Read<>(id, Optional.of(reader.apply(json)), List.of());
    } catch (WinnowException e) {
      return new BulkStream.Read<>(id, Optional.empty(), e.faults());
    }
  }

  private static Change change(JsonNode json) {
    Faults faults = new Faults();
    Input input = new Input(json, "", faults, Set.of("id", "version", "fields", "patch", "delete"));
    input.required("id");
    String id = input.text("id", Integer.MAX_VALUE).orElse("");
    OptionalLong version = input.integer("version", 0L, Long.MAX_VALUE);
    Optional<JsonNode> fields = input.node("fields");
    Optional<JsonNode> patch = input.node("patch").flatMap(node -> patched(node, faults));
    boolean delete = input.flag("delete");
    int kinds = (fields.isPresent() ? 1 : 0) + (patch.isPresent() ? 1 : 0) + (delete ? 1 : 0);
    if (kinds != 1 && faults.isEmpty()) {
      faults.add("", "The line does not say one thing.", "fields, or patch, or \"delete\": true.");
    }
    faults.throwIfAny();
    Expected expected = expected(version);
    if (delete) {
      return new Change.Remove(id, expected);
    }
    return fields
        .<Change>map(node -> new Change.Replace(id, node, expected))
        .orElseGet(() -> new Change.Merge(id, patch.orElse(json), expected));
  }

  private static Optional<JsonNode> patched(JsonNode patch, Faults faults) {
    return new Input(patch, "/patch", faults, Set.of("fields")).required("fields");
  }

  private static Expected expected(OptionalLong version) {
    if (version.isEmpty()) {
      return Expected.ANYTHING;
    }
    return version.getAsLong() == 0 ? Expected.ABSENT : new Expected.Version(version.getAsLong());
  }
}
