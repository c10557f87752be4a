package dev.winnow.activity;

import dev.winnow.condition.Condition.Did;
import dev.winnow.condition.Condition.Figure;
import dev.winnow.condition.Condition.Measure;
import dev.winnow.condition.Condition.Window;
import java.util.List;

/** Whether a customer did what a clause asks, of the customer's activities. */
public record Measures(ActivityFilter filter) {
  /**
   * Whether a resolved clause holds.
   *
   * @param activities all of one customer, of all kinds, in any order
   */
  public boolean hold(Did did, Iterable<? extends Activity> activities) {
    List<RunningMeasure> running =
        did.measures().stream().map(each -> new RunningMeasure(did.kind(), each)).toList();
    boolean any = false;
    for (Activity activity : activities) {
      if (matches(did, activity)) {
        any = true;
        running.forEach(measure -> feed(measure, activity));
      }
    }
    return running.isEmpty() ? any : running.stream().allMatch(RunningMeasure::holds);
  }

  /** Whether an activity is one of those that a resolved clause measures. */
  public boolean matches(Did did, Activity activity) {
    return activity.kind() == did.kind()
        && did.window().stream().allMatch(window -> within(window, activity))
        && filter.matches(did.where(), activity);
  }

  private boolean within(Window window, Activity activity) {
    return switch (window) {
      case Window.Days days ->
          activity.time() >= days.begins(filter.zone())
              && activity.time() < days.ends(filter.zone());
      case Window.Lookback lookback ->
          throw new IllegalArgumentException("not resolved: " + lookback);
    };
  }

  private void feed(RunningMeasure running, Activity activity) {
    Measure measure = running.measure();
    Figure figure = measure.figure();
    switch (figure) {
      case COUNT -> {
        if (measure.of().isEmpty()) {
          running.count();
        } else {
          ActivityFilter.word(activity, measure.of()).ifPresent(running::word);
        }
      }
      case SUM, AVERAGE -> filter.number(activity, measure.of()).ifPresent(running::number);
      case FIRST, LAST -> running.day(activity.day(filter.zone()).toEpochDay());
    }
  }
}
