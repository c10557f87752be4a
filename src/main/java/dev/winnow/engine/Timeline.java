package dev.winnow.engine;

import dev.winnow.activity.Activity;
import dev.winnow.condition.ActivityKind;
import java.util.List;
import java.util.Optional;

/**
 * Some of a customer's activities, the newest first; of those at the same time, in the order of
 * their ids.
 *
 * @param total how many there are in all that satisfy the query, before the cursor too
 * @param next where the next ones begin; empty when these are the last
 */
public record Timeline(long total, List<Activity> activities, Optional<Before> next) {
  public Timeline {
    activities = List.copyOf(activities);
  }

  /**
   * Which activities are wanted.
   *
   * @param text keyword query on their texts; empty for none
   * @param before only those behind this place
   * @param limit at most this many
   */
  public record Query(
      Optional<ActivityKind> kind, String text, Optional<Before> before, int limit) {
    /** How many can be wanted at once. */
    public static final int MAX_LIMIT = 500;
  }

  /** A place between activities: behind the one with this time and id. */
  public record Before(long time, String id) {}
}
