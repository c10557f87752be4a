package dev.winnow.connections;

import dev.winnow.connections.Connection.Marker;
import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.schema.WordRules;
import dev.winnow.tables.Watermark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Looks for everything that is wrong in a draft, without asking the database. */
final class ConnectionCheck {
  static final int MAX_LABEL = 200;
  static final int MAX_USER = 200;
  static final int MAX_COLUMN = 200;

  private final List<Fault> faults = new ArrayList<>();

  private ConnectionCheck() {}

  /**
   * Refuses a draft with all of its faults.
   *
   * @param before as it was; empty for a new connection
   * @param kept whether it is to be kept; to try it out, it needs no mapping yet
   */
  static void refuseIfWrong(ConnectionDraft draft, Optional<Connection> before, boolean kept) {
    ConnectionCheck check = new ConnectionCheck();
    check.words(draft);
    Optional<DatabaseAddress> address = check.attempt(() -> DatabaseAddress.of(draft.url()));
    DatabaseKind kind = address.map(DatabaseAddress::kind).orElse(DatabaseKind.of(draft.url()));
    Optional<SelectStatement> query = check.attempt(() -> SelectStatement.of(draft.query(), kind));
    query.ifPresent(statement -> check.watermark(draft, statement));
    check.mapping(draft, kept);
    check.password(draft, before);
    WinnowException.throwIfAny(ProblemCode.INVALID_CONNECTION, check.faults);
  }

  private void words(ConnectionDraft draft) {
    if (draft.label().isBlank()) {
      add("/label", "The label is empty.", "It is what people call the connection.");
    }
    WordRules.flaw(draft.label(), MAX_LABEL).ifPresent(flaw -> add("/label", "It " + flaw, ""));
    if (draft.user().isEmpty() || draft.user().length() > MAX_USER) {
      add("/user", "There is no user, or a very long one.", "It should be one that may only read.");
    }
  }

  private void watermark(ConnectionDraft draft, SelectStatement query) {
    if (draft.watermark().isEmpty()) {
      if (query.parameters() > 0) {
        add(
            "/watermark",
            "The query has %s, but no watermark is given.".formatted(SelectStatement.PLACEHOLDER),
            "Name the column that it is compared with, and the first value.");
      }
      return;
    }
    Marker marker = draft.watermark().get();
    if (marker.column().isBlank() || marker.column().length() > MAX_COLUMN) {
      add("/watermark/column", "The column has no name.", "");
    }
    if (query.parameters() == 0) {
      add(
          "/query",
          "The query does not use the watermark.",
          "Add a condition such as WHERE changed_at >= %s.".formatted(SelectStatement.PLACEHOLDER));
    }
    if (marker.first().isBlank()) {
      add(
          "/watermark/first",
          "There is no value to begin at.",
          "One before all rows, such as 1970-01-01 or 0.");
    } else {
      var _ = attempt(() -> Watermark.parse(marker.first()));
    }
    if (draft.mode().equals("mirror")) {
      add(
          "/mode",
          "A mirror cannot have a watermark: it would archive everything that did not change.",
          "Read all rows every time, or choose upsert.");
    }
  }

  private void mapping(ConnectionDraft draft, boolean kept) {
    boolean both = draft.mapping().isPresent() && draft.mappingName().isPresent();
    if (both || (kept && draft.mapping().isEmpty() && draft.mappingName().isEmpty())) {
      add("/mapping", "There must be a mapping or the name of one.", "One of the two.");
    }
  }

  private void password(ConnectionDraft draft, Optional<Connection> before) {
    boolean moved =
        before
            .filter(old -> old.password().isPresent())
            .filter(
                old ->
                    !old.purpose()
                        .equals(Connection.purpose(old.name(), draft.url(), draft.user())))
            .isPresent();
    if (moved && draft.password().isEmpty()) {
      add(
          "/password",
          "The stored password belongs to another address or user.",
          "Enter the password again.");
    }
  }

  private <T> Optional<T> attempt(Supplier<T> part) {
    try {
      return Optional.of(part.get());
    } catch (WinnowException e) {
      faults.addAll(e.faults());
      return Optional.empty();
    }
  }

  private void add(String pointer, String detail, String expected) {
    faults.add(new Fault(pointer, detail, expected));
  }
}
