package dev.winnow.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Serves a loopback address only under loopback names. A web page of another site can make its own
 * name point here (DNS rebinding); the browser then sends that name.
 */
final class HostGuard {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final boolean loopback;

  HostGuard(String bound) {
    this.loopback = isLoopback(bound);
  }

  /** Whether only programs on this machine can reach the server. */
  boolean isLoopback() {
    return loopback;
  }

  /** Whether requests with this {@code Host} header are served. */
  boolean serves(@Nullable String host) {
    return !loopback || (host != null && LOOPBACK.contains(name(host)));
  }

  private static String name(String host) {
    int colon = host.lastIndexOf(':');
    boolean port = colon > host.lastIndexOf(']');
    return (port ? host.substring(0, colon) : host).toLowerCase(Locale.ROOT);
  }

  private static boolean isLoopback(String bound) {
    try {
      return InetAddress.getByName(bound).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
