package dev.winnow.segment;

import static dev.winnow.segment.SegmentStore.EVERYONE;
import static dev.winnow.segment.SegmentStore.body;
import static dev.winnow.segment.SegmentStore.json;
import static dev.winnow.segment.SegmentStore.refused;
import static dev.winnow.segment.SegmentStore.tier;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.condition.Condition;
import dev.winnow.problem.ProblemCode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SegmentsTest {
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
  void a_segment_keeps_what_it_was_given_also_after_a_restart() {
    var body = body("Key accounts", tier("high")).put("folder", "销售").put("comment", "first");
    Segment made = segments.create(body.put("note", "Call them.\nSoon."), "ann");
    assertThat(made.id()).isEqualTo("key-accounts");
    assertThat(made.version()).isEqualTo(1);
    assertThat(made.condition()).isEqualTo(new Condition.In("tier", List.of("high")));
    assertThat(List.of(made.createdBy(), made.changedBy())).containsOnly("ann");
    assertThat(List.of(made.createdAt(), made.changedAt())).containsOnly(store.clock.instant());
    assertThat(List.of(made.folder(), made.note(), made.comment()))
        .containsExactly("销售", "Call them.\nSoon.", "first");
    close();
    open();
    assertThat(segments.list()).containsExactly(made);
    assertThat(segments.condition("key-accounts")).contains(made.condition());
  }

  @Test
  void an_edit_is_a_new_version_with_author_time_and_comment() {
    Segment first = store.create("A", tier("low"));
    store.clock.advance(Duration.ofHours(1));
    Segment second = segments.update("segment-1", 1, body("B", tier("high")), "bob");
    assertThat(second.version()).isEqualTo(2);
    assertThat(second.createdBy()).isEqualTo("ann");
    assertThat(second.changedBy()).isEqualTo("bob");
    assertThat(second.changedAt()).isEqualTo(first.createdAt().plus(Duration.ofHours(1)));
    assertThat(segments.versions("segment-1")).containsExactly(second, first);
  }

  @Test
  void an_edit_of_an_old_version_is_refused_and_says_who_was_first() {
    store.create("Deal", EVERYONE);
    segments.update("deal", 1, body("Deals"), "bob");
    assertThat(
            refused(
                    ProblemCode.STALE_VERSION,
                    () -> segments.update("deal", 1, body("Dealers"), "ann"))
                .getMessage())
        .contains("Version 2 is current, saved by bob")
        .contains("you edited version 1");
    assertThat(segments.get("deal").name()).isEqualTo("Deals");
  }

  @Test
  void an_edit_that_changes_nothing_makes_no_version() {
    String spend = "{'field': 'spend', 'gte': 1234567890123456.78}";
    Segment made = store.create("Deal", spend);
    close();
    open();
    Segment same = segments.update("deal", 1, body(" Deal ", spend).put("comment", "?"), "bob");
    assertThat(same).isEqualTo(made);
    assertThat(segments.versions("deal")).hasSize(1);
  }

  @Test
  void restoring_makes_a_new_version_of_the_old_content() {
    Segment first = store.create("Deal", tier("low"));
    segments.update("deal", 1, body("Deals", tier("high")), "bob");
    Segment restored = segments.restore("deal", 1, "cat");
    assertThat(restored.version()).isEqualTo(3);
    assertThat(restored.name()).isEqualTo("Deal");
    assertThat(restored.condition()).isEqualTo(first.condition());
    assertThat(restored.changedBy()).isEqualTo("cat");
    assertThat(restored.comment()).isEqualTo("Restored from version 1");
    assertThat(refused(ProblemCode.NOT_FOUND, () -> segments.restore("deal", 4, "cat")))
        .hasMessageContaining("no version 4; it has 1 to 3");
  }

  @Test
  void a_clone_is_a_segment_of_its_own() {
    segments.create(body("Deal", tier("low")).put("folder", "F").put("note", "N"), "ann");
    Segment clone = segments.clone("deal", "Deal two", "bob");
    assertThat(clone.id()).isEqualTo("deal-two");
    assertThat(List.of(clone.folder(), clone.note())).containsExactly("F", "N");
    assertThat(clone.condition()).isEqualTo(segments.get("deal").condition());
    assertThat(clone.createdBy()).isEqualTo("bob");
    segments.delete("deal");
    assertThat(segments.list()).containsExactly(clone);
  }

  @Test
  void archiving_is_a_version_and_frees_the_name() {
    store.create("Deal", EVERYONE);
    Segment archived = segments.archive("deal", "bob");
    assertThat(archived.archived()).isTrue();
    assertThat(archived.version()).isEqualTo(2);
    assertThat(segments.archive("deal", "bob")).isEqualTo(archived);
    assertThat(segments.condition("deal")).contains(Condition.EVERYONE);
    assertThat(store.create("DEAL", EVERYONE).id()).isEqualTo("deal-2");
    assertThat(refused(ProblemCode.ALREADY_EXISTS, () -> segments.unarchive("deal", "bob")))
        .hasMessageContaining("\"DEAL\" (deal-2)");
    segments.delete("deal-2");
    assertThat(segments.unarchive("deal", "bob").archived()).isFalse();
  }

  @Test
  void a_name_is_taken_whatever_its_case_and_an_id_for_good() {
    store.create("Deal", EVERYONE);
    assertThat(refused(ProblemCode.ALREADY_EXISTS, () -> store.create("dEAL ", EVERYONE)))
        .hasMessageContaining("/name")
        .hasMessageContaining("\"Deal\" (deal)");
    refused(
        ProblemCode.ALREADY_EXISTS, () -> segments.create(body("Other").put("id", "deal"), "ann"));
    store.create("Other", EVERYONE);
    refused(ProblemCode.ALREADY_EXISTS, () -> segments.update("other", 1, body("deal"), "ann"));
    assertThat(segments.get("other").version()).isEqualTo(1);
  }

  @Test
  void versions_of_a_deleted_id_are_not_given_again() {
    store.create("Deal", EVERYONE);
    segments.update("deal", 1, body("Deals"), "ann");
    segments.delete("deal");
    close();
    open();
    refused(ProblemCode.SEGMENT_NOT_FOUND, () -> segments.get("deal"));
    refused(ProblemCode.SEGMENT_NOT_FOUND, () -> segments.versions("deal"));
    Segment again = segments.create(body("Deal").put("id", "deal"), "ann");
    assertThat(again.version()).isEqualTo(3);
    assertThat(segments.versions("deal")).containsExactly(again);
  }

  @Test
  void the_list_is_ordered_by_folder_and_name() {
    for (String name : List.of("B b", "A a", "C c")) {
      segments.create(body(name).put("folder", name.equals("C c") ? "" : "x"), "ann");
    }
    assertThat(segments.list()).extracting(Segment::name).containsExactly("C c", "A a", "B b");
  }

  @Test
  void a_condition_that_no_longer_fits_the_fields_is_kept_and_reported() {
    store.create("Deal", tier("high"));
    store.create("All", EVERYONE);
    close();
    try (var changed = new SegmentStore(folder, SegmentStore.schema("name", "spend"))) {
      Segment broken = changed.segments.get("deal");
      assertThat(broken.faults())
          .singleElement()
          .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/condition/field"));
      assertThat(broken.saved().json()).isEqualTo(json(tier("high")));
      assertThat(refused(ProblemCode.INVALID_CONDITION, () -> changed.segments.condition("deal")))
          .hasMessageContaining("\"Deal\" (deal) no longer fits");
      assertThat(changed.segments.get("all").faults()).isEmpty();
      refused(ProblemCode.INVALID_CONDITION, () -> changed.segments.clone("deal", "X", "bob"));
      assertThat(changed.segments.archive("deal", "bob").faults()).hasSize(1);
      assertThat(changed.segments.update("deal", 2, body("Deal"), "bob").faults()).isEmpty();
      refused(ProblemCode.INVALID_CONDITION, () -> changed.segments.restore("deal", 1, "bob"));
    }
    open();
    assertThat(segments.versions("deal")).extracting(Segment::version).containsExactly(3, 2, 1);
  }

  @Test
  void a_version_keeps_the_time_to_the_nanosecond() {
    store.clock.advance(Duration.ofNanos(123_456_789));
    Instant at = store.create("Deal", EVERYONE).changedAt();
    close();
    open();
    assertThat(segments.get("deal").changedAt()).isEqualTo(at);
  }
}
