package dev.winnow.duplicates;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Two customers that may be the same.
 *
 * @param left the smaller id
 * @param score at the last search
 * @param held a person has to decide whatever the score: codes differ, or a merge was undone
 * @param by who decided; empty when nobody has
 */
public record Pair(
    String left,
    String right,
    double score,
    Decision decision,
    boolean held,
    Optional<String> by,
    Optional<Instant> at) {
  /** What was decided. */
  public enum Decision {
    OPEN,
    /** They are not the same, for ever. */
    DISTINCT,
    MERGED
  }

  /** Where a pair stands, as shown. */
  public enum State {
    AUTOMATIC("automatic"),
    REVIEW("review"),
    DISTINCT("distinct"),
    MERGED("merged");

    private final String code;

    State(String code) {
      this.code = code;
    }

    /** As written in answers. */
    public String code() {
      return code;
    }
  }

  static Pair of(Found found) {
    return new Pair(
        found.left(),
        found.right(),
        found.score(),
        Decision.OPEN,
        found.differentCodes(),
        Optional.empty(),
        Optional.empty());
  }

  /** A short name, the same for the same two customers. */
  public String id() {
    return id(left, right);
  }

  static String id(String one, String other) {
    String smaller = one.compareTo(other) < 0 ? one : other;
    String larger = one.compareTo(other) < 0 ? other : one;
    long hash = 0xCBF29CE484222325L;
    for (char c : (smaller + '\0' + larger).toCharArray()) {
      hash = (hash ^ c) * 0x100000001B3L;
      hash ^= hash >>> 29;
    }
    return HexFormat.of().toHexDigits(hash * 0x9E3779B97F4A7C15L);
  }

  Pair decided(Decision made, String who, Instant when) {
    return new Pair(left, right, score, made, held, Optional.of(who), Optional.of(when));
  }

  Pair open(boolean forPerson) {
    return new Pair(
        left, right, score, Decision.OPEN, forPerson, Optional.empty(), Optional.empty());
  }

  /** Where it stands under the settings; empty when its score is below them. */
  public Optional<State> state(Settings settings) {
    return switch (decision) {
      case DISTINCT -> Optional.of(State.DISTINCT);
      case MERGED -> Optional.of(State.MERGED);
      case OPEN ->
          score >= settings.automatic() && !held
              ? Optional.of(State.AUTOMATIC)
              : score >= settings.review() ? Optional.of(State.REVIEW) : Optional.empty();
    };
  }
}
