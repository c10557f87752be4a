package dev.winnow.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.store.AdjustableClock;
import dev.winnow.store.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JobsTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

  private final AdjustableClock clock = new AdjustableClock();
  @TempDir private Path folder;

  @Test
  void a_job_says_how_far_it_is_and_that_it_is_done() {
    try (Database database = Database.open(folder.resolve("db"));
        Jobs jobs = new Jobs(database, clock)) {
      CountDownLatch seen = new CountDownLatch(1);
      CountDownLatch half = new CountDownLatch(1);
      Job job =
          jobs.start(
              "compute",
              "all",
              progress -> {
                progress.at(5, 10);
                half.countDown();
                seen.await();
                progress.at(10, 10);
              });
      await(half);
      assertThat(jobs.get(job.id()).orElseThrow().done()).isEqualTo(5);
      seen.countDown();
      Job end = jobs.await(job.id()).orElseThrow();
      assertThat(end.state()).isEqualTo(Job.State.DONE);
      assertThat(end.done()).isEqualTo(10);
      assertThat(jobs.list()).containsExactly(end);
    }
  }

  @Test
  void a_failure_is_told_as_a_sentence() {
    try (Database database = Database.open(folder.resolve("db"));
        Jobs jobs = new Jobs(database, clock)) {
      Job job =
          jobs.start(
              "publish",
              "x",
              _ -> {
                throw new WinnowException(ProblemCode.UNAVAILABLE, "The disk is full.");
              });
      Job end = jobs.await(job.id()).orElseThrow();
      assertThat(end.state()).isEqualTo(Job.State.FAILED);
      assertThat(end.problem()).contains("The disk is full.");
    }
  }

  @Test
  void what_a_stop_has_interrupted_can_be_resumed_under_its_id() {
    String id;
    try (Database database = Database.open(folder.resolve("db"));
        Jobs jobs = new Jobs(database, clock)) {
      CountDownLatch begun = new CountDownLatch(1);
      Job job =
          jobs.start(
              "compute",
              "all",
              progress -> {
                for (int i = 0; ; i++) {
                  progress.at(i, Integer.MAX_VALUE);
                  begun.countDown();
                }
              });
      await(begun);
      id = job.id();
    }
    try (Database database = Database.open(folder.resolve("db"));
        Jobs jobs = new Jobs(database, clock)) {
      assertThat(jobs.get(id).orElseThrow().state()).isEqualTo(Job.State.INTERRUPTED);
      jobs.resume(jobs.interrupted("compute").getFirst(), progress -> progress.at(1, 1));
      assertThat(jobs.await(id).orElseThrow().state()).isEqualTo(Job.State.DONE);
    }
  }

  @Test
  void work_that_may_stop_anywhere_is_cancelled_and_other_work_is_not() throws Exception {
    try (Database database = Database.open(folder.resolve("db"));
        Jobs jobs = new Jobs(database, clock)) {
      CountDownLatch begun = new CountDownLatch(2);
      CountDownLatch refused = new CountDownLatch(1);
      Job search =
          jobs.startCancellable(
              "duplicates",
              "all",
              progress -> {
                begun.countDown();
                for (int i = 0; ; i++) {
                  progress.at(i, Integer.MAX_VALUE);
                }
              });
      Job publish =
          jobs.start(
              "publish",
              "x",
              progress -> {
                begun.countDown();
                refused.await();
                progress.at(1, 1);
              });
      await(begun);
      jobs.cancel(search.id());
      Job end = jobs.await(search.id()).orElseThrow();
      assertThat(end.state()).isEqualTo(Job.State.CANCELLED);
      assertThat(end.finishedAt()).isPresent();
      assertThat(jobs.get(search.id())).contains(end);
      for (Job job : List.of(search, publish)) {
        assertThatThrownBy(() -> jobs.cancel(job.id()))
            .isInstanceOfSatisfying(
                WinnowException.class,
                e -> assertThat(e.code()).isEqualTo(ProblemCode.JOB_NOT_CANCELLABLE));
      }
      refused.countDown();
      assertThat(jobs.await(publish.id()).orElseThrow().state()).isEqualTo(Job.State.DONE);
    }
  }

  @Test
  void a_day_is_begun_once_and_a_missed_one_is_caught_up() {
    List<String> begun = new ArrayList<>();
    Days.Hook hook =
        (last, today) -> begun.add(last.map(Object::toString).orElse("-") + ">" + today);
    try (Database database = Database.open(folder.resolve("db"));
        Days days = new Days(database, clock, ZoneOffset.UTC)) {
      days.each("sweep", hook);
      days.look();
      days.look();
      clock.advance(Duration.ofHours(20));
      days.look();
    }
    clock.advance(Duration.ofDays(3));
    try (Database database = Database.open(folder.resolve("db"));
        Days days = new Days(database, clock, ZoneOffset.UTC)) {
      days.each("sweep", hook);
      days.look();
    }
    assertThat(begun).containsExactly("->" + FIRST, FIRST + ">2026-03-02", "2026-03-02>2026-03-05");
  }

  @Test
  void a_day_that_failed_is_tried_again() {
    List<Optional<LocalDate>> tries = new ArrayList<>();
    try (Database database = Database.open(folder.resolve("db"));
        Days days = new Days(database, clock, ZoneOffset.UTC)) {
      days.each(
          "sweep",
          (last, _) -> {
            tries.add(last);
            if (tries.size() == 1) {
              throw new IllegalStateException("once");
            }
          });
      days.look();
      days.look();
      days.look();
    }
    assertThat(tries).hasSize(2);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
