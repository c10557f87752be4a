package dev.winnow.segment;

import static dev.winnow.segment.SegmentStore.EVERYONE;
import static dev.winnow.segment.SegmentStore.body;
import static dev.winnow.segment.SegmentStore.in;
import static dev.winnow.segment.SegmentStore.refused;
import static dev.winnow.segment.SegmentStore.tier;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SegmentReferencesTest {
  @TempDir private Path folder;
  private SegmentStore store;
  private Segments segments;

  @BeforeEach
  void open() {
    store = new SegmentStore(folder);
    segments = store.segments;
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a_circle_is_refused_and_shown() {
    store.create("aa", tier("high"));
    store.create("bb", in("aa"));
    store.create("cc", "{'not': {'segment': 'bb'}}");
    assertThat(
            refused(
                ProblemCode.SEGMENT_CYCLE,
                () -> segments.update("aa", 1, body("aa", in("cc")), "ann")))
        .hasMessageContaining("cc → bb → aa → cc");
    assertThat(
            refused(
                ProblemCode.SEGMENT_CYCLE,
                () -> segments.update("aa", 1, body("aa", in("aa")), "ann")))
        .hasMessageContaining("aa → aa");
    assertThat(segments.get("aa").version()).isEqualTo(1);
    close();
    open();
    assertThat(segments.versions("aa")).hasSize(1);
  }

  @Test
  void a_circle_through_an_old_version_is_refused_when_it_is_restored() {
    store.create("bb", EVERYONE);
    store.create("aa", in("bb"));
    segments.update("aa", 1, body("aa"), "ann");
    segments.update("bb", 1, body("bb", in("aa")), "ann");
    refused(ProblemCode.SEGMENT_CYCLE, () -> segments.restore("aa", 1, "ann"));
  }

  @Test
  void a_reference_to_nothing_is_refused_at_its_place() {
    var refusal =
        refused(
            ProblemCode.INVALID_CONDITION,
            () -> store.create("aa", "{'any': [" + tier("x") + ", {'segment': 'nobody'}]}"));
    assertThat(refusal.faults())
        .extracting(Fault::pointer)
        .containsExactly("/condition/any/1/segment");
    assertThat(segments.list()).isEmpty();
  }

  @Test
  void a_segment_in_use_is_not_deleted_and_its_users_are_named() {
    store.create("aa", EVERYONE);
    store.create("bb", in("aa"));
    store.create("cc", "{'not': {'segment': 'aa'}}");
    segments.archive("cc", "ann");
    assertThat(refused(ProblemCode.SEGMENT_IN_USE, () -> segments.delete("aa")))
        .hasMessageContaining("\"bb\" (bb)")
        .hasMessageContaining("\"cc\" (cc, archived)");
    segments.delete("bb");
    refused(ProblemCode.SEGMENT_IN_USE, () -> segments.delete("aa"));
    segments.update("cc", 2, body("cc"), "ann");
    segments.delete("aa");
    assertThat(segments.list()).extracting(Segment::id).containsExactly("cc");
  }

  @Test
  void a_broken_segment_still_protects_those_it_refers_to() {
    store.create("aa", EVERYONE);
    store.create("bb", "{'all': [{'segment': 'aa'}, " + tier("high") + "]}");
    close();
    try (var changed = new SegmentStore(folder, SegmentStore.schema("name", "spend"))) {
      refused(ProblemCode.SEGMENT_IN_USE, () -> changed.segments.delete("aa"));
    }
    open();
  }

  @Test
  void an_archived_segment_can_be_referred_to() {
    store.create("aa", EVERYONE);
    segments.archive("aa", "ann");
    assertThat(store.create("bb", in("aa")).saved().references()).containsExactly("aa");
  }
}
