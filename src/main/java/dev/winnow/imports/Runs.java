package dev.winnow.imports;

import dev.winnow.problem.Excerpt;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.store.Database;
import dev.winnow.store.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The imports there are, on disk. Safe for use by many threads. */
final class Runs {
  private static final Pattern ID = Pattern.compile("imp-([1-9]\\d{0,8})");

  private final Database database;
  private final Table<ImportRun> table;

  Runs(Database database) {
    this.database = database;
    this.table = database.table("imports", ImportRun.class);
  }

  /** Adds one, with an id that is higher than all others. */
  ImportRun add(Function<String, ImportRun> make) {
    return database.write(
        () -> {
          SequencedMap<String, ImportRun> all = table.entries();
          long last = all.isEmpty() ? 0 : Long.parseLong(all.lastEntry().getKey());
          ImportRun run = make.apply("imp-" + (last + 1));
          table.put(key(run.id()).orElseThrow(), run);
          return run;
        });
  }

  /** The latest first. */
  List<ImportRun> list() {
    return table.values().reversed();
  }

  ImportRun get(String id) {
    return key(id)
        .flatMap(table::get)
        .orElseThrow(
            () ->
                new WinnowException(
                    ProblemCode.IMPORT_NOT_FOUND,
                    "There is no import " + Excerpt.quoted(id) + "."));
  }

  ImportRun update(String id, UnaryOperator<ImportRun> change) {
    return database.write(
        () -> {
          ImportRun next = change.apply(get(id));
          table.put(key(id).orElseThrow(), next);
          return next;
        });
  }

  /** Changes it if it is in one of the states; refuses otherwise. */
  ImportRun update(String id, List<State> from, UnaryOperator<ImportRun> change) {
    return update(
        id,
        run -> {
          if (!from.contains(run.state())) {
            throw new WinnowException(
                ProblemCode.IMPORT_STATE,
                "The import is %s; this needs one that is %s."
                    .formatted(
                        run.state().code(),
                        String.join(" or ", from.stream().map(State::code).toList())));
          }
          return change.apply(run);
        });
  }

  void remove(String id) {
    key(id).ifPresent(table::remove);
  }

  /** So that the order of keys is that of numbers. */
  private static Optional<String> key(String id) {
    var matcher = ID.matcher(id);
    return matcher.matches()
        ? Optional.of(String.format(Locale.ROOT, "%09d", Integer.parseInt(matcher.group(1))))
        : Optional.empty();
  }
}
