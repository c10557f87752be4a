package dev.winnow.matching;

/**
 * One thing that speaks for or against two customers being the same.
 *
 * @param code what is alike or not: {@code name}, {@code phone}, …
 * @param weight by how much, in bits: each doubles the odds; negative when it speaks against
 * @param left what the first has, as written; empty when that does not matter
 * @param leftField the field where that stands
 * @param right what the second has
 */
public record Reason(
    Code code, double weight, String left, String leftField, String right, String rightField) {
  /** The kinds of reason. */
  public enum Code {
    NAME("name"),
    OTHER_NAME("other-name"),
    /** Names of companies that differ in what they do. */
    TRADE("trade"),
    LEGAL_FORM("legal-form"),
    BRANCH("branch"),
    NUMBER("number"),
    PLACE("place"),
    PHONE("phone"),
    EMAIL("email"),
    DOMAIN("domain"),
    CODE("code"),
    ADDRESS("address"),
    CONTACT("contact"),
    BIRTHDAY("birthday"),
    REGION("region");

    private final String text;

    Code(String text) {
      this.text = text;
    }

    /** As written in answers. */
    public String text() {
      return text;
    }
  }
}
