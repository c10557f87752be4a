package dev.winnow.http;

import dev.winnow.access.Caller;
import dev.winnow.access.FieldMask;
import dev.winnow.access.Keys;
import dev.winnow.access.Role;
import dev.winnow.access.RowScope;
import dev.winnow.access.Sessions;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import io.javalin.http.Context;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides who is let in: finds out who asks, by API key or session cookie, and holds their role
 * against the route's. Changes asked for with a cookie must come from Winnow's own pages.
 */
final class Gate {
  /** Name of the session cookie. */
  static final String COOKIE = "winnow_session";

  private static final Caller ANYONE = new Caller("", Role.VIEWER);
  private static final Set<String> SAFE = Set.of("GET", "HEAD");
  private static final String BEARER = "bearer ";

  private final Keys keys;
  private final Sessions sessions;

  Gate(Keys keys, Sessions sessions) {
    this.keys = keys;
    this.sessions = sessions;
  }

  /** The call, when this request may use the route. */
  Call admit(Context http, Route route) {
    return switch (route.access()) {
      case Route.Access.Anyone() -> {
        refuseCrossSite(http, true);
        yield new Call(http, ANYONE, RowScope.ALL, FieldMask.NONE);
      }
      case Route.Access.AtLeast(Role least) -> {
        Caller caller = authenticate(http);
        if (!caller.role().allows(least)) {
          throw new WinnowException(
              ProblemCode.NOT_ALLOWED, "This needs the role " + least.code() + ".");
        }
        yield new Call(http, caller, RowScope.ALL, FieldMask.NONE);
      }
    };
  }

  private Caller authenticate(Context http) {
    String authorization = http.header("Authorization");
    if (authorization != null) {
      return byKey(authorization).orElseThrow(() -> notSignedIn("The API key is not valid."));
    }
    String cookie = http.cookie(COOKIE);
    Caller caller =
        Optional.ofNullable(cookie)
            .flatMap(sessions::authenticate)
            .orElseThrow(
                () ->
                    notSignedIn("Sign in with a login link, or send an API key as Bearer token."));
    refuseCrossSite(http, false);
    return caller;
  }

  private Optional<Caller> byKey(String authorization) {
    return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? keys.authenticate(authorization.substring(BEARER.length()).strip())
        : Optional.empty();
  }

  /**
   * Cookies are sent along with requests that other sites' pages make, so those say where they come
   * from; programs with no cookie need not.
   */
  private static void refuseCrossSite(Context http, boolean mayBeSilent) {
    if (!SAFE.contains(http.req().getMethod()) && !sameSite(http, mayBeSilent)) {
      throw new WinnowException(
          ProblemCode.CROSS_SITE, "Changes are taken from Winnow's own pages only.");
    }
  }

  private static boolean sameSite(Context http, boolean mayBeSilent) {
    String site = http.header("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin") || site.equals("none");
    }
    String origin = http.header("Origin");
    return origin == null ? mayBeSilent : sameHost(origin, http.header("Host"));
  }

  private static boolean sameHost(String origin, @Nullable String host) {
    try {
      return host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static WinnowException notSignedIn(String detail) {
    return new WinnowException(ProblemCode.NOT_SIGNED_IN, detail);
  }
}
