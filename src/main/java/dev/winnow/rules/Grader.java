package dev.winnow.rules;

import dev.winnow.classify.CutPointFinder;
import dev.winnow.classify.CutPoints;
import dev.winnow.classify.Grading;
import dev.winnow.classify.NamedRule;
import dev.winnow.classify.Rule;
import dev.winnow.classify.RuleWriter;
import dev.winnow.condition.Condition;
import dev.winnow.engine.Engine;
import dev.winnow.engine.Progress;
import dev.winnow.jobs.Job;
import dev.winnow.jobs.Jobs;
import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.schema.Schema;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import tools.jackson.databind.JsonNode;

/**
 * Has rules hold for all customers. To publish is first an order on disk, then a job: it finds the
 * cut points, makes the version, and grades all customers anew. After a crash the order is still
 * there and is carried out at the next start; once the version is made, the tables say what holds,
 * and the grades follow from them.
 *
 * <p>Safe for use by many threads.
 */
public final class Grader implements AutoCloseable {
  static final String PUBLISH = "publish";
  static final String RECOMPUTE = "recompute";
  private static final String WINNOW = "Winnow";
  private static final int LOOK_EVERY_SECONDS = 5;
  private static final Logger LOG = Logger.getLogger(Grader.class.getName());

  private final Rules rules;
  private final Engine engine;
  private final Jobs jobs;
  private final Schema schema;
  private final Publisher publisher;
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("winnow-rules").factory());
  private long customersSeen = -1;

  public Grader(Rules rules, Engine engine, Jobs jobs, Schema schema, Clock clock, ZoneId zone) {
    this.rules = rules;
    this.engine = engine;
    this.jobs = jobs;
    this.schema = schema;
    this.publisher = new Publisher(rules, engine, schema, clock, zone);
  }

  /** The day in whose light customers are graded. */
  public LocalDate today() {
    return publisher.today();
  }

  /** Publishes the rules of a new installation, and grades by them. */
  public void install(List<NamedRule> initial) {
    RuleWriter writer = new RuleWriter(schema);
    List<String> known = rules.list().stream().map(GradingRule::id).toList();
    for (NamedRule rule : initial) {
      if (!known.contains(rule.id())) {
        JsonNode definition = writer.write(rule.rule());
        var _ = rules.create(Optional.of(rule.id()), rule.name(), definition, WINNOW);
      }
      if (rules.get(rule.id()).state() == GradingRule.State.DRAFT) {
        if (!rules.get(rule.id()).busy()) {
          var _ = order(rule.id(), draft(rule.id(), "", WINNOW));
        }
        publisher.carryOut(rule.id(), Progress.NONE);
      }
    }
  }

  /**
   * Publishes the draft.
   *
   * @throws WinnowException RULE_NOT_FOUND, NO_DRAFT, INVALID_RULE when another rule grades the
   *     facet, RULE_CYCLE, RULE_BUSY
   */
  public Job publish(String id, OptionalInt expected, String comment, String author) {
    requireTag(id, expected);
    return start(PUBLISH, id, draft(id, comment, author));
  }

  /**
   * Publishes an earlier version with its cut points again.
   *
   * @throws WinnowException RULE_NOT_FOUND, NOT_FOUND when there is no such version, and as {@link
   *     #publish}
   */
  public Job rollback(String id, int version, String comment, String author) {
    var _ = rules.get(id);
    StoredRule.Version old =
        rules
            .tables()
            .version(id, version)
            .orElseThrow(
                () ->
                    new WinnowException(
                        ProblemCode.NOT_FOUND,
                        "The rule \"" + id + "\" has no version " + version + "."));
    return start(
        PUBLISH,
        id,
        new StoredRule.Order(old.definition(), old.cutPoints(), comment, author, false));
  }

  /**
   * Finds the cut points anew; when they are others, that is a new version.
   *
   * @throws WinnowException RULE_NOT_FOUND, RULE_BUSY, RULE_NOT_PUBLISHED
   */
  public Job recompute(String id, String author) {
    return start(RECOMPUTE, id, again(id, author));
  }

  /** Makes a rule grade nobody any more; its facet shows what was given again. */
  public GradingRule retire(String id, OptionalInt expected) {
    GradingRule rule = rules.get(id);
    if (rule.published().isEmpty()) {
      rules.discard(id, expected);
      return rule;
    }
    GradingRule retired = rules.edit(id, expected, StoredRule::retire);
    publisher.regrade(Progress.NONE);
    return retired;
  }

  /** Carries out what a stop of Winnow has interrupted. */
  public void resume() {
    List<Job> interrupted =
        List.of(PUBLISH, RECOMPUTE).stream()
            .flatMap(kind -> jobs.interrupted(kind).stream())
            .toList();
    for (Job job : interrupted) {
      var _ = jobs.resume(job, progress -> publisher.carryOut(job.what(), progress));
    }
    for (GradingRule rule : rules.list()) {
      if (rule.busy() && interrupted.stream().noneMatch(job -> job.what().equals(rule.id()))) {
        var _ = jobs.start(PUBLISH, rule.id(), progress -> publisher.carryOut(rule.id(), progress));
      }
    }
  }

  /** Begins to {@link #look} every few seconds. */
  public void start() {
    var _ =
        looking.scheduleWithFixedDelay(
            () -> {
              try {
                look();
              } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "Rules that await customers could not be looked after.", e);
              }
            },
            LOOK_EVERY_SECONDS,
            LOOK_EVERY_SECONDS,
            TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    looking.close();
  }

  /** Brings all grades to a new day, with new cut points where the schedule says so. */
  public void newDay(Schedule schedule, LocalDate last, LocalDate today) {
    if (schedule.isDue(last, today)) {
      for (GradingRule rule : rules.list()) {
        if (rule.holds() && CutPointFinder.needed(rule.definition().rule()) && !rule.busy()) {
          var _ = order(rule.id(), again(rule.id(), WINNOW));
          publisher.carryOut(rule.id(), Progress.NONE);
        }
      }
    }
    if (engine.grading().asOf().equals(today)) {
      return;
    }
    Grading next = rules.grading(today);
    for (GradingRule rule : rules.list()) {
      if (rule.holds()) {
        long moved = Publisher.moved(publisher.trial(next, rule.facet()));
        rules.change(
            () -> {
              rules.tables().addMoves(rule.id(), YearMonth.from(today), moved);
              return rule.id();
            });
      }
    }
    publisher.regrade(Progress.NONE);
  }

  /**
   * Finds the cut points of rules that were published before there were customers, once there are
   * some and they have stopped becoming more. To be called now and then.
   */
  public synchronized void look() {
    List<GradingRule> waiting =
        rules.list().stream().filter(GradingRule::awaitsCustomers).filter(r -> !r.busy()).toList();
    if (waiting.isEmpty()) {
      return;
    }
    long customers = engine.counts(List.of(Condition.EVERYONE)).getFirst();
    if (customers > 0 && customers == customersSeen) {
      for (GradingRule rule : waiting) {
        var _ = recompute(rule.id(), WINNOW);
      }
    }
    customersSeen = customers;
  }

  /** Finds the cut points of a rule among the customers there are now. */
  public CutPoints cutPoints(Rule rule) {
    return publisher.cutPoints(rule);
  }

  private Job start(String kind, String id, StoredRule.Order order) {
    var _ = order(id, order);
    return jobs.start(kind, id, progress -> publisher.carryOut(id, progress));
  }

  private StoredRule.Order draft(String id, String comment, String author) {
    RuleDraft draft =
        rules
            .get(id)
            .draft()
            .orElseThrow(
                () ->
                    new WinnowException(
                        ProblemCode.NO_DRAFT, "The rule \"" + id + "\" has no draft to publish."));
    return new StoredRule.Order(
        draft.definition().json(), Optional.empty(), comment, author, false);
  }

  private StoredRule.Order again(String id, String author) {
    GradingRule rule = rules.get(id);
    if (rule.state() != GradingRule.State.PUBLISHED) {
      throw new WinnowException(
          ProblemCode.RULE_NOT_PUBLISHED,
          "The rule \"" + id + "\" is not published, so it has no cut points.");
    }
    return new StoredRule.Order(
        rule.published().orElseThrow().definition().json(),
        Optional.empty(),
        "Cut points found anew",
        author,
        true);
  }

  private GradingRule order(String id, StoredRule.Order order) {
    Rule rule = rules.loader().load(order.definition()).rule();
    rules
        .of(rule.facet())
        .filter(other -> !other.id().equals(id))
        .ifPresent(
            other -> {
              throw new WinnowException(
                  ProblemCode.INVALID_RULE,
                  List.of(
                      new Fault(
                          Rules.POINTER + "/facet",
                          "The rule \"" + other.id() + "\" grades this facet already.",
                          "Retire it first.")));
            });
    var _ = rules.trial(rule, CutPoints.NONE, today());
    return rules.edit(
        id,
        OptionalInt.empty(),
        stored -> {
          if (stored.order().isPresent()) {
            throw new WinnowException(
                ProblemCode.RULE_BUSY, "A version of \"" + id + "\" is being published.");
          }
          return stored.ordered(Optional.of(order));
        });
  }

  private void requireTag(String id, OptionalInt expected) {
    if (expected.isPresent() && rules.get(id).tag() != expected.getAsInt()) {
      throw new WinnowException(
          ProblemCode.STALE_VERSION, "The rule has changed since you read it. Read it again.");
    }
  }
}
