package dev.winnow.http;

import java.io.EOFException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.exc.JacksonIOException;

/** Tells a client that went away from a failure of ours. */
final class Disconnect {
  private Disconnect() {}

  /** Whether the connection's end is behind the exception. */
  static boolean caused(@Nullable Throwable e) {
    return switch (e) {
      case null -> false;
      case EOFException _ -> true;
      case IOException io -> io.getClass().getName().startsWith("org.eclipse.jetty.");
      case JacksonIOException jackson -> caused(jackson.getCause());
      default -> caused(e.getCause());
    };
  }
}
