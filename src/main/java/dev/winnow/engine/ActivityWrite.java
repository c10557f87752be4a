package dev.winnow.engine;

import dev.winnow.activity.Activity;

/** One change of one activity. */
public sealed interface ActivityWrite {
  String id();

  /** Inserts, or corrects the activity with the same id; that may have been another customer's. */
  record Put(Activity activity) implements ActivityWrite {
    @Override
    public String id() {
      return activity.id();
    }
  }

  record Delete(String id) implements ActivityWrite {}
}
