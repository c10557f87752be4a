package dev.winnow.rules;

import dev.winnow.classify.Classifier;
import dev.winnow.classify.Classifiers;
import dev.winnow.classify.CutPoints;
import dev.winnow.classify.Grading;
import dev.winnow.classify.Rule;
import dev.winnow.classify.RuleOrder;
import dev.winnow.classify.RuleReader;
import dev.winnow.problem.Excerpt;
import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.schema.Label;
import dev.winnow.schema.Schema;
import dev.winnow.store.Database;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * All rules with their drafts and versions. What is changed here is on disk when the call returns
 * and grades nobody yet; that is the {@link Grader}'s part. Safe for use by many threads.
 */
public final class Rules {
  /** Where the definition stands in a request, for the pointers of faults. */
  public static final String POINTER = "/definition";

  private final Database database;
  private final RuleTables tables;
  private final Schema schema;
  private final RuleLoader loader;
  private final Clock clock;
  private final ReentrantLock changing = new ReentrantLock();
  private volatile SortedMap<String, GradingRule> current;

  /** Loads all rules; definitions that no longer fit the schema are kept as broken. */
  public Rules(Database database, Schema schema, Clock clock) {
    this.database = database;
    this.tables = new RuleTables(database);
    this.schema = schema;
    this.loader = new RuleLoader(new RuleReader(schema), tables);
    this.clock = clock;
    this.current = loader.all();
  }

  /** All rules, by id. */
  public List<GradingRule> list() {
    return List.copyOf(current.values());
  }

  /**
   * A rule.
   *
   * @throws WinnowException RULE_NOT_FOUND
   */
  public GradingRule get(String id) {
    return Optional.ofNullable(current.get(id)).orElseThrow(() -> notFound(id));
  }

  /** The rule by which a facet is graded. */
  public Optional<GradingRule> of(String facet) {
    return list().stream().filter(rule -> rule.holds() && rule.facet().equals(facet)).findFirst();
  }

  /**
   * Every version, the newest first.
   *
   * @throws WinnowException RULE_NOT_FOUND
   */
  public List<RuleVersion> versions(String id) {
    get(id);
    return tables.versions(id).reversed().stream().map(loader::version).toList();
  }

  /** How many customers were moved from one grade to another in each month, the earliest first. */
  public SequencedMap<YearMonth, Long> moves(String id) {
    return tables.moves(id);
  }

  /** Everything that holds, as of a day. */
  public Grading grading(LocalDate day) {
    return grading(holding(), day);
  }

  /** Everything that holds, as of the day for which customers were last graded. */
  public Grading latestGrading(LocalDate today) {
    return grading(tables.day().orElse(today));
  }

  /**
   * What holds, with one rule in place of its facet's or beside the others.
   *
   * @throws WinnowException RULE_CYCLE when rules would read each other in a circle
   */
  public Grading trial(Rule rule, CutPoints points, LocalDate day) {
    Map<Rule, CutPoints> all = new LinkedHashMap<>();
    holding()
        .forEach(
            (other, its) -> {
              if (!other.facet().equals(rule.facet())) {
                all.put(other, its);
              }
            });
    all.put(rule, points);
    return grading(all, day);
  }

  /**
   * Reads a definition.
   *
   * @throws WinnowException INVALID_RULE with pointers below {@value #POINTER}
   */
  public Definition read(JsonNode definition) {
    return loader.read(definition);
  }

  /**
   * Makes a rule that is a draft.
   *
   * @param id empty to have one made from the facet
   * @throws WinnowException INVALID_RULE, ALREADY_EXISTS
   */
  public GradingRule create(Optional<String> id, Label name, JsonNode definition, String author) {
    Definition read = read(definition);
    return change(
        () -> {
          if (id.isPresent() && tables.get(id.get()).isPresent()) {
            throw new WinnowException(
                ProblemCode.ALREADY_EXISTS,
                List.of(Fault.at("/id", "There is a rule with the id \"" + id.get() + "\".")));
          }
          String chosen = id.orElseGet(() -> free(read.facet().replace('_', '-')));
          Optional<StoredRule.Draft> draft = Optional.of(draft(definition, author));
          tables.put(new StoredRule(chosen, name, 1, 0, false, draft, Optional.empty()));
          return chosen;
        });
  }

  /**
   * Replaces the draft.
   *
   * @param expected the tag that was edited; empty for any
   * @param name empty to leave it as it is
   * @throws WinnowException RULE_NOT_FOUND, STALE_VERSION, INVALID_RULE
   */
  public GradingRule draft(
      String id, OptionalInt expected, Optional<Label> name, JsonNode definition, String author) {
    Definition read = read(definition);
    return edit(
        id,
        expected,
        rule -> {
          if (rule.version() > 0 && !read.facet().equals(get(id).facet())) {
            throw new WinnowException(
                ProblemCode.INVALID_RULE,
                List.of(
                    Fault.at(POINTER + "/facet", "A rule that was published keeps its facet.")));
          }
          return rule.named(name.orElse(rule.name())).with(Optional.of(draft(definition, author)));
        });
  }

  /**
   * Throws the draft away; a rule that is nothing else goes with it.
   *
   * @throws WinnowException RULE_NOT_FOUND, STALE_VERSION
   */
  public void discard(String id, OptionalInt expected) {
    changing.lock();
    try {
      requireTag(get(id), expected);
      if (get(id).published().isEmpty()) {
        database.run(() -> tables.remove(id));
        current = loader.all();
      } else {
        var _ = edit(id, expected, rule -> rule.with(Optional.empty()));
      }
    } finally {
      changing.unlock();
    }
  }

  GradingRule edit(String id, OptionalInt expected, Function<StoredRule, StoredRule> work) {
    return change(
        () -> {
          StoredRule rule = tables.get(id).orElseThrow(() -> notFound(id));
          requireTag(get(id), expected);
          tables.put(work.apply(rule));
          return id;
        });
  }

  /** One change of tables, as a transaction; it returns the id of the rule that changed. */
  GradingRule change(Supplier<String> work) {
    changing.lock();
    try {
      String id = database.write(work);
      current = loader.all();
      return get(id);
    } finally {
      changing.unlock();
    }
  }

  RuleTables tables() {
    return tables;
  }

  RuleLoader loader() {
    return loader;
  }

  /** Remembers the day as of which customers are graded. */
  void day(LocalDate day) {
    database.run(() -> tables.day(day));
  }

  private SequencedMap<Rule, CutPoints> holding() {
    SequencedMap<Rule, CutPoints> holding = new LinkedHashMap<>();
    for (GradingRule rule : list()) {
      if (rule.holds()) {
        RuleVersion version = rule.published().orElseThrow();
        holding.put(version.definition().rule(), version.cutPoints().orElseThrow());
      }
    }
    return holding;
  }

  private Grading grading(Map<Rule, CutPoints> rules, LocalDate day) {
    List<Classifier> classifiers = new ArrayList<>();
    for (Rule rule : RuleOrder.of(List.copyOf(rules.keySet()))) {
      CutPoints points = rules.getOrDefault(rule, CutPoints.NONE);
      classifiers.add(Classifiers.of(rule, points, schema, day));
    }
    return new Grading(classifiers, day);
  }

  private StoredRule.Draft draft(JsonNode definition, String author) {
    return new StoredRule.Draft(definition, author, clock.instant());
  }

  private String free(String stem) {
    String id = stem;
    for (int i = 2; tables.get(id).isPresent(); i++) {
      id = stem + "-" + i;
    }
    return id;
  }

  private static void requireTag(GradingRule rule, OptionalInt expected) {
    if (expected.isPresent() && expected.getAsInt() != rule.tag()) {
      throw new WinnowException(
          ProblemCode.STALE_VERSION, "The rule has changed since you read it. Read it again.");
    }
  }

  private static WinnowException notFound(String id) {
    return new WinnowException(
        ProblemCode.RULE_NOT_FOUND, "There is no rule with the id " + Excerpt.quoted(id) + ".");
  }
}
