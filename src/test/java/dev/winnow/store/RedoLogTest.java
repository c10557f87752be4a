package dev.winnow.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RedoLogTest {
  private static final int TRANSACTIONS = 5;

  @TempDir private Path folder;

  @Test
  void cut_at_any_byte_it_holds_the_transactions_before_the_cut_and_goes_on() throws Exception {
    List<Long> ends = writeTransactions();
    byte[] whole = Files.readAllBytes(file());
    for (int cut = 0; cut <= whole.length; cut++) {
      Files.write(file(), Arrays.copyOf(whole, cut));
      int length = cut;
      int complete = (int) ends.stream().filter(end -> end <= length).count();
      try (RedoLog log = RedoLog.open(file(), _ -> {})) {
        log.append(transaction(100));
      }
      List<String> expected = new ArrayList<>();
      for (int i = 0; i < complete; i++) {
        expected.add("row" + i);
      }
      expected.add("row100");
      assertThat(rows()).as("cut at %s", cut).isEqualTo(expected);
    }
  }

  @Test
  void a_last_frame_with_a_flipped_bit_is_cut_off() throws Exception {
    List<Long> ends = writeTransactions();
    for (long at = ends.get(TRANSACTIONS - 2); at < ends.getLast(); at++) {
      byte[] whole = Files.readAllBytes(file());
      byte[] damaged = whole.clone();
      damaged[(int) at] ^= 0x10;
      Files.write(file(), damaged);
      assertThat(rows()).as("bit flipped in byte %s", at).hasSize(TRANSACTIONS - 1);
      Files.write(file(), whole);
    }
  }

  @Test
  void damage_before_a_good_transaction_is_refused_with_the_place_and_a_way_out() throws Exception {
    List<Long> ends = writeTransactions();
    byte[] whole = Files.readAllBytes(file());
    for (int at = 0; at < ends.get(TRANSACTIONS - 2); at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x10;
      Files.write(file(), damaged);
      assertThatThrownBy(this::rows)
          .as("bit flipped in byte %s", at)
          .isInstanceOfSatisfying(
              WinnowException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.CORRUPT_DATA))
          .hasMessageContaining("damaged at byte")
          .hasMessageContaining("backup");
      assertThat(Files.readAllBytes(file())).isEqualTo(damaged);
    }
  }

  /** Writes the transactions and returns where each ends in the file. */
  private List<Long> writeTransactions() throws IOException {
    List<Long> ends = new ArrayList<>();
    try (RedoLog log = RedoLog.open(file(), _ -> {})) {
      for (int i = 0; i < TRANSACTIONS; i++) {
        log.append(transaction(i));
        ends.add(log.length());
      }
    }
    return ends;
  }

  private static Changes transaction(int number) {
    Changes changes = new Changes();
    changes.set("row" + number, number % 2 == 0 ? Optional.of(new byte[9]) : Optional.empty());
    return changes;
  }

  private List<String> rows() throws IOException {
    List<String> rows = new ArrayList<>();
    RedoLog.open(file(), changes -> rows.addAll(changes.rows().keySet())).close();
    return rows;
  }

  private Path file() {
    return folder.resolve("log");
  }
}
