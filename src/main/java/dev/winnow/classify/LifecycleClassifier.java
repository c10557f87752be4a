package dev.winnow.classify;

import dev.winnow.classify.Rule.Rhythm;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.LongStream;

/** Grades by the days since the first and the last purchase; days in the future count as today. */
final class LifecycleClassifier extends RuleClassifier {
  private static final int THOUSANDTHS = 3;
  private static final long THOUSAND = 1000;

  /** More than between any two dates. */
  private static final long MOST_DAYS = 4_000_000;

  private final int prospect;
  private final int newcomer;
  private final int active;
  private final int atRisk;
  private final int churned;
  private final int newDays;
  private final Limits limits;
  private final int first;
  private final int last;
  private final long day;

  LifecycleClassifier(Rule.Lifecycle rule, CutPoints points, LocalDate asOf) {
    super(rule);
    Rule.Stages stages = rule.stages();
    prospect = index(stages.prospect());
    newcomer = index(stages.newcomer());
    active = index(stages.active());
    atRisk = index(stages.atRisk());
    churned = index(stages.churned());
    newDays = rule.newDays();
    this.first = rule.inputs().indexOf(rule.first());
    this.last = rule.inputs().indexOf(rule.last());
    this.day = asOf.toEpochDay();
    this.limits =
        switch (rule.rhythm()) {
          case Rhythm.Fixed(int atRisk, int churned) -> new SameForAll(atRisk, churned);
          case Rhythm.OwnInterval own -> new OwnInterval(rule, own, points);
        };
  }

  @Override
  public int grade(Inputs customer) {
    long lastDay = customer.amount(last);
    if (lastDay == Inputs.MISSING) {
      return prospect;
    }
    long firstDay = customer.amount(first);
    if (firstDay != Inputs.MISSING && day - firstDay <= newDays) {
      return newcomer;
    }
    long silence = Math.max(0, day - lastDay);
    if (silence > limits.churnedAfter(customer)) {
      return churned;
    }
    return silence > limits.atRiskAfter(customer) ? atRisk : active;
  }

  /** The days on which the grade may change, if the customer does nothing. */
  LongStream turningDays(Inputs customer) {
    LongStream.Builder days = LongStream.builder();
    if (customer.amount(first) != Inputs.MISSING) {
      days.add(customer.amount(first) + newDays + 1);
    }
    long lastDay = customer.amount(last);
    if (lastDay != Inputs.MISSING) {
      LongStream.of(limits.atRiskAfter(customer), limits.churnedAfter(customer))
          .filter(limit -> limit < MOST_DAYS)
          .forEach(limit -> days.add(lastDay + limit + 1));
    }
    return days.build();
  }

  /** After how many days of silence; {@link Long#MAX_VALUE} for never. */
  private sealed interface Limits {
    long atRiskAfter(Inputs customer);

    long churnedAfter(Inputs customer);
  }

  private record SameForAll(int atRisk, int churned) implements Limits {
    @Override
    public long atRiskAfter(Inputs customer) {
      return atRisk;
    }

    @Override
    public long churnedAfter(Inputs customer) {
      return churned;
    }
  }

  /** In thousandths, so that nothing is rounded but the days at the end, downwards. */
  private static final class OwnInterval implements Limits {
    private final long atRisk;
    private final long churned;
    private final long least;
    private final long usual;
    private final int first;
    private final int last;
    private final int count;

    OwnInterval(Rule.Lifecycle rule, Rhythm.OwnInterval rhythm, CutPoints points) {
      atRisk = thousandths(rhythm.atRiskAfter());
      churned = thousandths(rhythm.churnedAfter());
      least = THOUSAND * rhythm.leastInterval();
      usual =
          rhythm
              .interval()
              .map(BigDecimal::valueOf)
              .or(() -> points.of(CutPointFinder.INTERVAL).stream().findFirst())
              .map(OwnInterval::thousandths)
              .orElse(Long.MAX_VALUE);
      first = rule.inputs().indexOf(rule.first());
      last = rule.inputs().indexOf(rule.last());
      count = rule.count().map(rule.inputs()::indexOf).orElse(-1);
    }

    private static long thousandths(BigDecimal value) {
      return value.movePointRight(THOUSANDTHS).longValue();
    }

    @Override
    public long atRiskAfter(Inputs customer) {
      return times(atRisk, customer);
    }

    @Override
    public long churnedAfter(Inputs customer) {
      return times(churned, customer);
    }

    private long times(long factor, Inputs customer) {
      long gaps = OwnIntervals.gaps(customer, first, last, count);
      if (gaps == 0) {
        return usual == Long.MAX_VALUE
            ? Long.MAX_VALUE
            : factor * Math.max(least, usual) / THOUSAND / THOUSAND;
      }
      long days = customer.amount(last) - customer.amount(first);
      return days * THOUSAND < least * gaps
          ? factor * least / THOUSAND / THOUSAND
          : factor * days / (THOUSAND * gaps);
    }
  }
}
