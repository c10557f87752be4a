package dev.winnow.http;

import dev.winnow.access.Role;
import io.javalin.http.HandlerType;

/**
 * A line of the route table.
 *
 * @param path with {@code {parameters}}
 * @param cost whether the answer takes real work, so that only so many are made at once
 */
record Route(HandlerType method, String path, Access access, Cost cost, Action action) {
  /** What a route does with a request that was let in. */
  @FunctionalInterface
  interface Action {
    void handle(Call call) throws Exception;
  }

  /** Who may use a route. */
  sealed interface Access {
    Access PUBLIC = new Anyone();

    /** No sign-in needed. */
    record Anyone() implements Access {}

    record AtLeast(Role role) implements Access {}
  }

  /** How much work an answer is. */
  enum Cost {
    LIGHT,
    /** Goes over the customers; bounded by {@link Turnstile}. */
    HEAVY,
    /** Takes as long as the list or the client; bounded apart from the quick ones. */
    STREAM
  }

  static Route of(HandlerType method, String path, Role least, Cost cost, Action action) {
    return new Route(method, path, new Access.AtLeast(least), cost, action);
  }

  static Route open(HandlerType method, String path, Action action) {
    return new Route(method, path, Access.PUBLIC, Cost.LIGHT, action);
  }
}
