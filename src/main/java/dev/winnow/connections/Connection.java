package dev.winnow.connections;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A query of another database that is read again and again.
 *
 * @param name its id, of lower-case letters, digits and hyphens
 * @param label what people call it
 * @param url JDBC address without credentials
 * @param password locked by the {@link Vault}; empty when there is none
 * @param watermark how only what is new is read; empty when all is read every time
 * @param mappingName of a saved mapping; exactly one of this and {@code mapping} is there
 * @param mapping how the columns become customers
 * @param mode what is done with rows: {@code add}, {@code update}, {@code upsert}, {@code mirror}
 * @param enabled whether the schedule holds
 * @param version grows with each change
 */
public record Connection(
    String name,
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
    int version,
    Instant changedAt,
    String changedBy) {
  /**
   * The column that tells what is new.
   *
   * @param first where the first run begins; empty when the query has no placeholder for it
   * @param overlap how much before the last value a run begins, in seconds for times, to catch what
   *     became visible late; 0 to {@value #MAX_OVERLAP}
   */
  public record Marker(String column, String first, long overlap) {
    /** Thirty days. */
    public static final long MAX_OVERLAP = 30L * 24 * 60 * 60;

    /** Five minutes. */
    public static final long USUAL_OVERLAP = 300;
  }

  /** What a password of this connection is for: locked with it, it serves nothing else. */
  String purpose() {
    return purpose(name, url, user);
  }

  static String purpose(String name, String url, String user) {
    return name + "\n" + url + "\n" + user;
  }

  /** What the importer writes into the history of every value. */
  public String source() {
    return "connection:" + name;
  }
}
