package dev.winnow.connections;

import dev.winnow.connections.Connection.Marker;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A connection as somebody wants it, not yet checked.
 *
 * @param password in clear; empty to keep the one there is
 * @param reread whether everything is read anew, from the first value
 */
public record ConnectionDraft(
    String label,
    String url,
    String user,
    Optional<String> password,
    String query,
    Optional<Marker> watermark,
    Schedule schedule,
    Optional<String> mappingName,
    Optional<JsonNode> mapping,
    String mode,
    boolean enabled,
    boolean reread) {
  @Override
  public String toString() {
    return "ConnectionDraft[" + label + ", " + url + "]";
  }
}
