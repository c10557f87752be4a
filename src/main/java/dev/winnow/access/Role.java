package dev.winnow.access;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a caller may do; each role may do everything the roles before it may. */
public enum Role {
  /** Searches, and reads customers and segments. */
  VIEWER,
  /** Also changes customers and segments. */
  EDITOR,
  /** Also gives and takes access. */
  ADMIN;

  /** Whether a caller of this role may do what needs the other. */
  public boolean allows(Role needed) {
    return compareTo(needed) >= 0;
  }

  /** The name in the API and on the command line, such as {@code viewer}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of that code, or empty. */
  public static Optional<Role> of(String code) {
    return Stream.of(values()).filter(role -> role.code().equals(code)).findFirst();
  }
}
