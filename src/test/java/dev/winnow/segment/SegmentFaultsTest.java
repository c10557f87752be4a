package dev.winnow.segment;

import static dev.winnow.segment.SegmentStore.body;
import static dev.winnow.segment.SegmentStore.json;
import static dev.winnow.segment.SegmentStore.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

final class SegmentFaultsTest {
  @TempDir private Path folder;
  private SegmentStore store;

  @BeforeEach
  void open() {
    store = new SegmentStore(folder);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void all_faults_are_reported_at_once_with_their_places() {
    JsonNode body =
        json(
            """
            {'name': 5, 'id': 'Not An Id', 'folder': ['x'], 'note': 'a\\u0000b',
             'coment': '?', 'condition': {'field': 'nope', 'in': ['x']}}
            """);
    assertThat(pointers(ProblemCode.INVALID_SEGMENT, body))
        .containsExactlyInAnyOrder(
            "/name", "/id", "/folder", "/note", "/coment", "/condition/field");
  }

  @Test
  void a_bad_condition_alone_is_an_invalid_condition() {
    JsonNode body = json("{'name': 'x', 'condition': {'field': 'nope', 'in': ['x']}}");
    assertThat(pointers(ProblemCode.INVALID_CONDITION, body)).containsExactly("/condition/field");
  }

  @Test
  void what_is_missing_is_named() {
    assertThat(pointers(ProblemCode.INVALID_SEGMENT, json("{}")))
        .containsExactlyInAnyOrder("/name", "/condition");
    for (String notAnObject : List.of("[]", "5", "null", "'x'")) {
      refused(ProblemCode.INVALID_SEGMENT, () -> store.segments.create(json(notAnObject), "ann"));
    }
  }

  @Test
  void texts_have_their_limits() {
    var longest =
        body("n".repeat(200))
            .put("folder", "f".repeat(200))
            .put("note", "a\tb\n".repeat(999) + "abcd")
            .put("comment", "c".repeat(1000));
    assertThat(store.segments.create(longest, "ann").note()).hasSize(4000);
    var tooLong =
        body("m".repeat(201))
            .put("folder", "f".repeat(201))
            .put("note", "x".repeat(4001))
            .put("comment", "c".repeat(1001));
    assertThat(pointers(ProblemCode.INVALID_SEGMENT, tooLong))
        .containsExactlyInAnyOrder("/name", "/folder", "/note", "/comment");
  }

  @Test
  void control_characters_and_half_characters_are_refused() {
    for (String bad : List.of("a\nb", "a\u0007b", "half \ud83d", "\udc00 half", "  ", "\u3000")) {
      assertThat(pointers(ProblemCode.INVALID_SEGMENT, body(bad))).as(bad).contains("/name");
      assertThat(store.segments.list()).isEmpty();
    }
  }

  @Test
  void the_id_stays_what_it_is() {
    store.segments.create(body("Deal"), "ann");
    assertThat(
            refused(
                    ProblemCode.INVALID_SEGMENT,
                    () -> store.segments.update("deal", 1, body("Deal").put("id", "other"), "ann"))
                .faults())
        .extracting(Fault::pointer)
        .containsExactly("/id");
  }

  @Test
  void a_segment_that_is_not_there_is_not_found() {
    refused(ProblemCode.SEGMENT_NOT_FOUND, () -> store.segments.get("nope"));
    refused(ProblemCode.SEGMENT_NOT_FOUND, () -> store.segments.update("x", 1, body("X"), "ann"));
    refused(ProblemCode.SEGMENT_NOT_FOUND, () -> store.segments.delete("\u0000/\ud800"));
    refused(ProblemCode.SEGMENT_NOT_FOUND, () -> store.segments.versions(""));
    assertThat(store.segments.condition("nope")).isEmpty();
  }

  private List<String> pointers(ProblemCode code, JsonNode body) {
    return refused(code, () -> store.segments.create(body, "ann")).faults().stream()
        .map(Fault::pointer)
        .toList();
  }
}
