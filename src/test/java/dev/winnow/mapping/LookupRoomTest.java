package dev.winnow.mapping;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.problem.WinnowException;
import dev.winnow.tables.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lookups do not fill the heap. */
final class LookupRoomTest {
  @Test
  void a_table_too_large_to_be_kept_is_refused_with_the_row_at_which_room_ends() {
    LookupRoom room = new LookupRoom(1_000);
    room.take(new Row(2, List.of("1", "x".repeat(100))), "orders.csv");
    room.take(new Row(3, List.of("2", "x".repeat(100))), "orders.csv");
    assertThatThrownBy(() -> room.take(new Row(4, List.of("3", "x".repeat(100))), "orders.csv"))
        .isInstanceOf(WinnowException.class)
        .hasMessageContaining("orders.csv is too large to be joined, at row 4");
  }
}
