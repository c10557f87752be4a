package dev.winnow.ingest;

import dev.winnow.activity.ComputedFields;
import dev.winnow.condition.Condition.Window;
import dev.winnow.condition.Condition.Window.Lookback;
import dev.winnow.engine.ActivityStore;
import dev.winnow.jobs.Days;
import dev.winnow.jobs.Job;
import dev.winnow.jobs.Jobs;
import dev.winnow.jobs.Jobs.Work;
import dev.winnow.store.Database;
import dev.winnow.store.Table;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps computed fields right when no activity comes: after a crash, when their definitions change,
 * and from day to day, as activities enter and leave the windows that fields look at.
 */
public final class FoldUpkeep {
  private static final String KIND = "compute";
  private static final String EVERYBODY = "everybody";
  private static final String DAILY = "computed-fields";
  private static final String FINGERPRINT = "definitions";

  private final Folds folds;
  private final ActivityStore activities;
  private final ComputedFields fields;
  private final String fingerprint;
  private final Table<String> state;
  private final Jobs jobs;
  private final Days days;

  /**
   * @param fingerprint of all that says how fields are computed; when it changes, they are computed
   *     anew
   */
  public FoldUpkeep(
      Folds folds,
      ActivityStore activities,
      ComputedFields fields,
      String fingerprint,
      Database database,
      Jobs jobs,
      Days days) {
    this.folds = folds;
    this.activities = activities;
    this.fields = fields;
    this.fingerprint = fingerprint;
    this.state = database.table("computed-fields", String.class);
    this.jobs = jobs;
    this.days = days;
  }

  /**
   * Mends what a crash has left, begins to fold for everybody when that is needed, and has the
   * fields of each new day computed.
   */
  public void start() {
    var _ = activities.deleteOrphans();
    if (activities.isUnfolded() || isRedefined()) {
      everybody();
    } else {
      folds.fold(activities.unfoldedCustomers());
      activities.folded();
    }
    days.each(DAILY, this::newDay);
  }

  /** Whether the fields are not those that everybody was last folded with. */
  private boolean isRedefined() {
    Optional<String> known = state.get(FINGERPRINT);
    if (known.isEmpty() && activities.count() == 0) {
      state.put(FINGERPRINT, fingerprint);
      return false;
    }
    return !known.equals(Optional.of(fingerprint));
  }

  private void everybody() {
    Work work =
        progress -> {
          LocalDate today = days.today();
          folds.everybody(progress);
          state.put(FINGERPRINT, fingerprint);
          days.done(DAILY, today);
        };
    jobs.interrupted(KIND).stream()
        .filter(job -> job.what().equals(EVERYBODY))
        .findFirst()
        .ifPresentOrElse(job -> jobs.resume(job, work), () -> jobs.start(KIND, EVERYBODY, work));
  }

  private void newDay(Optional<LocalDate> last, LocalDate today) {
    if (last.isEmpty()) {
      return;
    }
    List<String> changed = List.copyOf(changed(last.get(), today));
    if (changed.isEmpty()) {
      return;
    }
    Job job = jobs.start(KIND, today.toString(), progress -> folds.fold(changed, progress));
    Job end = jobs.await(job.id()).orElseThrow();
    if (end.state() != Job.State.DONE) {
      throw new IllegalStateException("The fields of " + today + " were not computed: " + end);
    }
  }

  /** Whose activities have entered or left a window between two days. */
  private Set<String> changed(LocalDate last, LocalDate today) {
    Set<String> changed = new HashSet<>();
    if (fields.changesDaily()) {
      changed.addAll(activities.customersBetween(Long.MIN_VALUE, Long.MAX_VALUE));
      return changed;
    }
    ZoneId zone = fields.filter().zone();
    for (Lookback lookback : fields.windows()) {
      Window.Days before = lookback.asOf(last);
      Window.Days now = lookback.asOf(today);
      changed.addAll(between(before.begins(zone), now.begins(zone)));
      changed.addAll(between(before.ends(zone), now.ends(zone)));
    }
    return changed;
  }

  private List<String> between(long one, long other) {
    return activities.customersBetween(Math.min(one, other), Math.max(one, other));
  }
}
