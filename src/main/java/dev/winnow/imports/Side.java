package dev.winnow.imports;

import dev.winnow.customer.Origin;
import dev.winnow.ingest.Receipt;
import dev.winnow.mapping.ColumnMapping.Rows;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What imports write: customers or activities.
 *
 * @param <T> what is stored
 */
sealed interface Side<T> permits CustomerSide, ActivitySide {
  /** Expects nothing of what is there. */
  long ANY = -1;

  /** Expects that there is nothing. */
  long ABSENT = 0;

  UndoLog.Kind kind();

  boolean takes(Rows rows);

  /** What is stored and visible, of some ids. */
  Map<String, Found<T>> find(Collection<String> ids);

  /** What an item makes of what is there. */
  T next(Optional<T> before, Item item);

  byte[] encode(T value);

  T decode(String id, byte[] bytes);

  /** Writes in order, to be durable at the next checkpoint at the latest; a receipt for each. */
  List<Receipt> put(List<Put<T>> puts);

  /**
   * Something stored.
   *
   * @param version grows with every change; {@link #ANY} where there are none
   * @param archived whether it is left out until it comes again
   * @param origin of its newest value, where that is known
   */
  record Found<T>(T value, long version, boolean archived, Optional<Origin> origin) {
    Found(T value, long version) {
      this(value, version, false, Optional.empty());
    }
  }

  /**
   * A change.
   *
   * @param value empty to delete
   * @param expected the version it is meant for, {@link #ANY} or {@link #ABSENT}
   * @param origin of values that are new or others
   */
  record Put<T>(String id, Optional<T> value, long expected, Origin origin) {}
}
