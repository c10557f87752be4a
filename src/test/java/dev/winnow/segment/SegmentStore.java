package dev.winnow.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.schema.Field;
import dev.winnow.schema.Label;
import dev.winnow.schema.Schema;
import dev.winnow.store.AdjustableClock;
import dev.winnow.store.Database;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Segments in a folder, over a small schema, with shorthands for bodies and refusals. */
final class SegmentStore implements AutoCloseable {
  static final String EVERYONE = "{'all': []}";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  final AdjustableClock clock = new AdjustableClock();
  final Segments segments;
  private final Database database;

  SegmentStore(Path folder) {
    this(folder, schema("name", "tier", "spend"));
  }

  SegmentStore(Path folder, Schema schema) {
    database = Database.open(folder.resolve("winnow.db"));
    segments = new Segments(database, schema, clock);
  }

  /** A schema of some of the fields name (text), tier (keyword) and spend (number). */
  static Schema schema(String... names) {
    List<Field> fields = new ArrayList<>();
    for (String name : names) {
      boolean text = name.equals("name");
      var traits = new Field.Traits(name, new Label(name, name), !text, false, false, false, text);
      fields.add(
          switch (name) {
            case "name" -> new Field.Text(traits);
            case "tier" -> new Field.Keyword(traits, List.of(), false);
            default -> new Field.Number(traits, 2, "");
          });
    }
    return Schema.of(fields, "name", Schema.SearchSettings.NONE);
  }

  /** Reads JSON in which single quotes stand for double ones. */
  static JsonNode json(String text) {
    return JSON.readTree(text.replace('\'', '"'));
  }

  static ObjectNode body(String name, String condition) {
    return JSON.createObjectNode().put("name", name).set("condition", json(condition));
  }

  static ObjectNode body(String name) {
    return body(name, EVERYONE);
  }

  static String tier(String value) {
    return "{'field': 'tier', 'in': ['" + value + "']}";
  }

  static String in(String segment) {
    return "{'all': [{'segment': '" + segment + "'}]}";
  }

  Segment create(String name, String condition) {
    return segments.create(body(name, condition), "ann");
  }

  static WinnowException refused(ProblemCode code, ThrowingCallable call) {
    WinnowException refusal = catchThrowableOfType(WinnowException.class, call);
    assertThat(refusal).isNotNull();
    assertThat(refusal.code()).as(refusal.getMessage()).isEqualTo(code);
    return refusal;
  }

  @Override
  public void close() {
    database.close();
  }
}
