package dev.winnow.imports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an import does with what is there already, and with what is not. */
public enum Mode {
  /** Takes what is not there yet, and leaves the rest alone. */
  ADD,
  /** Changes what is there, and adds nothing. */
  UPDATE,
  /** Adds and changes. */
  UPSERT,
  /** Adds, changes, and archives customers that the same source once gave and no longer has. */
  MIRROR;

  /** As written in requests and answers. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Mode> of(String code) {
    return Arrays.stream(values()).filter(mode -> mode.code().equals(code)).findFirst();
  }
}
