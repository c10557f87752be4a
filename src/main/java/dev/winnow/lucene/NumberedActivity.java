package dev.winnow.lucene;

import dev.winnow.activity.Activity;
import dev.winnow.engine.ActivityWrite;
import java.util.Optional;

/**
 * A write of an activity with the number of its customer and its JSON, found in the caller's thread
 * so that the write loop is spared it.
 *
 * @param activity empty for a deletion
 * @param number -1 when there is no such customer, or for a deletion
 */
record NumberedActivity(String id, Optional<Activity> activity, long number, byte[] source) {
  private static final byte[] NONE = {};

  static NumberedActivity of(ActivityWrite write, ActivityDocuments documents, long number) {
    return switch (write) {
      case ActivityWrite.Put(Activity activity) ->
          new NumberedActivity(
              activity.id(), Optional.of(activity), number, documents.encode(activity));
      case ActivityWrite.Delete(String id) -> new NumberedActivity(id, Optional.empty(), -1, NONE);
    };
  }
}
