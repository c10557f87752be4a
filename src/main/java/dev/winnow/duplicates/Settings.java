package dev.winnow.duplicates;

/**
 * From which score on something happens with a pair.
 *
 * @param automatic it may be merged without a person's decision
 * @param review it is shown to be decided on; pairs below are left alone
 */
public record Settings(double automatic, double review) {
  /** As measured on planted duplicates: see {@code DuplicateQualityTest}. */
  public static final Settings DEFAULT = new Settings(0.95, 0.75);

  public Settings {
    if (!(review > 0 && review <= automatic && automatic <= 1)) {
      throw new IllegalArgumentException("not 0 < review <= automatic <= 1");
    }
  }
}
