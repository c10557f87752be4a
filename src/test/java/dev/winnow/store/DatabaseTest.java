package dev.winnow.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatabaseTest {
  /** Small enough that a few transactions renew the base file. */
  private static final long TINY = 2000;

  @TempDir private Path folder;

  record Note(String text, int number, Optional<Instant> at) {
    static Note of(String text) {
      return new Note(text, text.length(), Optional.of(Instant.EPOCH));
    }
  }

  @Test
  void rows_are_there_after_reopening() {
    try (Database database = open()) {
      notes(database).put("b", Note.of("二"));
      notes(database).put("a", Note.of("一"));
      notes(database).put("c", Note.of("三"));
      notes(database).remove("c");
    }
    try (Database database = open()) {
      assertThat(notes(database).entries())
          .containsExactly(entry("a", Note.of("一")), entry("b", Note.of("二")));
      assertThat(notes(database).get("c")).isEmpty();
    }
  }

  @Test
  void tables_do_not_see_each_other() {
    try (Database database = open()) {
      database.table("note", Note.class).put("x", Note.of("one"));
      database.table("note-two", Note.class).put("x", Note.of("two"));
      assertThat(database.table("note", Note.class).values()).containsExactly(Note.of("one"));
    }
  }

  @Test
  void a_transaction_sees_its_own_changes_and_others_do_not_yet() throws Exception {
    try (Database database = open();
        var other = Executors.newSingleThreadExecutor()) {
      Table<Note> notes = notes(database);
      notes.put("old", Note.of("old"));
      Callable<Map<String, Note>> asOther = () -> Map.copyOf(notes.entries());
      database.write(
          () -> {
            notes.put("new", Note.of("new"));
            notes.remove("old");
            assertThat(notes.entries()).containsOnlyKeys("new");
            assertThat(notes.get("old")).isEmpty();
            assertThat(join(other.submit(asOther))).containsOnlyKeys("old");
            return true;
          });
      assertThat(other.submit(asOther).get()).containsOnlyKeys("new");
    }
  }

  @Test
  void a_transaction_that_throws_leaves_nothing() {
    try (Database database = open()) {
      Table<Note> notes = notes(database);
      assertThatThrownBy(
              () ->
                  database.run(
                      () -> {
                        notes.put("a", Note.of("a"));
                        throw new IllegalStateException("no");
                      }))
          .hasMessage("no");
      assertThat(notes.entries()).isEmpty();
      notes.put("b", Note.of("b"));
    }
    try (Database database = open()) {
      assertThat(notes(database).entries()).containsOnlyKeys("b");
    }
  }

  @Test
  void concurrent_transactions_lose_no_update() {
    try (Database database = open()) {
      Table<Integer> counters = database.table("counter", Integer.class);
      IntStream.range(0, 200)
          .parallel()
          .forEach(_ -> database.run(() -> counters.put("n", counters.get("n").orElse(0) + 1)));
      assertThat(counters.get("n")).contains(200);
    }
  }

  @Test
  void renewing_the_base_file_keeps_every_row() throws Exception {
    try (Database database = Database.open(file(), _ -> TINY)) {
      for (int i = 0; i < 300; i++) {
        notes(database).put("k" + i % 70, Note.of("x".repeat(i)));
        notes(database).remove("k" + (i + 30) % 70);
      }
      assertThat(Files.size(log())).isLessThan(2 * TINY);
    }
    try (Database database = open()) {
      assertThat(notes(database).entries()).hasSize(40);
      assertThat(notes(database).get("k" + 299 % 70)).contains(Note.of("x".repeat(299)));
    }
  }

  @Test
  void keys_beginning_with_a_prefix_are_found() {
    try (Database database = open()) {
      for (String key : new String[] {"a/1", "a/2", "ab/1", "b/1"}) {
        notes(database).put(key, Note.of(key));
      }
      assertThat(notes(database).startingWith("a/")).containsOnlyKeys("a/1", "a/2");
    }
  }

  @Test
  void a_folder_in_use_is_refused() {
    try (Database _ = open()) {
      assertThatThrownBy(this::open)
          .isInstanceOfSatisfying(
              WinnowException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.UNAVAILABLE))
          .hasMessageContaining("Another Winnow process uses the folder");
    }
    open().close();
  }

  @Test
  void a_newer_format_is_refused_by_name() throws Exception {
    BaseFile.write(file(), Map.of(), Map.of(), 7);
    assertThatThrownBy(this::open)
        .isInstanceOf(WinnowException.class)
        .hasMessageContaining("newer Winnow (format 7; this one reads up to 1)");
  }

  @Test
  void a_base_file_of_rubbish_is_refused_as_damaged() throws Exception {
    open().close();
    byte[] bytes = Files.readAllBytes(file());
    Arrays.fill(bytes, 0, 64, (byte) 7);
    Files.write(file(), bytes);
    assertThatThrownBy(this::open)
        .isInstanceOfSatisfying(
            WinnowException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.CORRUPT_DATA));
  }

  @Test
  void a_log_without_its_base_file_is_refused_instead_of_half_read() throws Exception {
    try (Database database = open()) {
      notes(database).put("a", Note.of("a"));
    }
    Files.delete(file());
    assertThatThrownBy(this::open)
        .isInstanceOf(WinnowException.class)
        .hasMessageContaining("is missing beside its log");
    assertThat(file()).doesNotExist();
  }

  @Test
  void a_closed_database_says_so() {
    Database database = open();
    database.close();
    assertThatThrownBy(() -> notes(database).get("a")).hasMessageContaining("shutting down");
    assertThatThrownBy(() -> notes(database).put("a", Note.of("a")))
        .hasMessageContaining("shutting down");
  }

  private Database open() {
    return Database.open(file());
  }

  private Path file() {
    return folder.resolve("winnow.db");
  }

  private Path log() {
    return folder.resolve("winnow.db.log");
  }

  private static Table<Note> notes(Database database) {
    return database.table("note", Note.class);
  }

  private static <T> T join(Future<T> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
