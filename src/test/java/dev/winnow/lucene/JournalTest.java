package dev.winnow.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.lucene.Journal.Position;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalTest {
  @TempDir Path folder;

  @Test
  void what_was_appended_is_replayed_in_order_after_reopening() throws IOException {
    append("one", "two");
    append("three");
    assertThat(replay(Position.START)).containsExactly("one", "two", "three");
  }

  @Test
  void replay_begins_at_the_position_of_a_roll() throws IOException {
    Position position;
    try (Journal journal = Journal.open(folder, Position.START, _ -> {})) {
      journal.append(bytes("before"));
      position = journal.roll();
      journal.append(bytes("after"));
    }
    assertThat(replay(position)).containsExactly("after");
  }

  @Test
  void files_before_a_position_are_deleted_and_the_rest_is_still_replayed() throws IOException {
    Position position;
    try (Journal journal = Journal.open(folder, Position.START, _ -> {})) {
      journal.append(bytes("before"));
      position = journal.roll();
      journal.append(bytes("after"));
      journal.deleteBefore(position);
    }
    assertThat(files()).hasSize(1);
    assertThat(replay(position)).containsExactly("after");
  }

  @Test
  void a_tail_torn_at_any_byte_is_cut_and_appending_goes_on() throws IOException {
    append("one", "two");
    Path file = files().getFirst();
    byte[] whole = Files.readAllBytes(file);
    int secondFrame = whole.length / 2;
    for (int length = secondFrame; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(replay(Position.START)).as("cut at %d", length).containsExactly("one");
      append("again");
      assertThat(replay(Position.START)).containsExactly("one", "again");
    }
  }

  @Test
  void a_flipped_byte_before_acknowledged_writes_stops_the_start_and_names_the_way_out()
      throws IOException {
    append("one", "two", "three");
    Path file = files().getFirst();
    byte[] content = Files.readAllBytes(file);
    content[content.length / 3 + JournalFrame.HEADER] ^= 1;
    Files.write(file, content);
    assertThatThrownBy(() -> replay(Position.START))
        .isInstanceOfSatisfying(
            WinnowException.class,
            problem -> assertThat(problem.code()).isEqualTo(ProblemCode.CORRUPT_DATA))
        .hasMessageContaining(file.toString())
        .hasMessageContaining("winnow check --cut-journal");
  }

  @Test
  void cutting_keeps_what_can_be_read_and_sets_the_rest_aside() throws IOException {
    append("one", "two", "three");
    Path file = files().getFirst();
    byte[] content = Files.readAllBytes(file);
    content[content.length / 3 + JournalFrame.HEADER] ^= 1;
    Files.write(file, content);
    List<Path> aside = Journal.cut(folder);
    assertThat(aside).hasSize(1);
    assertThat(Files.readAllBytes(aside.getFirst())).isEqualTo(content);
    assertThat(replay(Position.START)).containsExactly("one");
  }

  @Test
  void a_missing_file_between_others_stops_the_start() throws IOException {
    try (Journal journal = Journal.open(folder, Position.START, _ -> {})) {
      journal.append(bytes("one"));
      journal.roll();
      journal.append(bytes("two"));
      journal.roll();
      journal.append(bytes("three"));
    }
    Files.delete(files().get(1));
    assertThatThrownBy(() -> replay(Position.START)).hasMessageContaining("is missing");
  }

  private void append(String... payloads) throws IOException {
    try (Journal journal = Journal.open(folder, Position.START, _ -> {})) {
      for (String payload : payloads) {
        journal.append(bytes(payload));
      }
    }
  }

  private List<String> replay(Position from) throws IOException {
    List<String> replayed = new ArrayList<>();
    Journal.open(folder, from, payload -> replayed.add(new String(payload, StandardCharsets.UTF_8)))
        .close();
    return replayed;
  }

  private List<Path> files() throws IOException {
    return JournalFile.list(folder).stream().map(JournalFile::path).toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
