package dev.winnow.classify;

import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Reads a rule from its JSON form and checks it against the schema. Safe for use by many threads.
 */
public final class RuleReader {
  private final RuleFields fields;

  public RuleReader(Schema schema) {
    this.fields = new RuleFields(schema);
  }

  /**
   * The rule.
   *
   * @param pointer of {@code json} in the body; the faults' pointers begin with it
   * @throws WinnowException {@code INVALID_RULE} with all faults
   */
  public Rule read(JsonNode json, String pointer) {
    List<Fault> faults = new ArrayList<>();
    Rule rule = read(new RuleNode(json, pointer, faults));
    WinnowException.throwIfAny(ProblemCode.INVALID_RULE, faults);
    return rule;
  }

  private Rule read(RuleNode node) {
    if (!node.json().isObject()) {
      throw new WinnowException(
          ProblemCode.INVALID_RULE, List.of(new Fault(node.at(), "A rule is a JSON object.", "")));
    }
    int before = node.faults().size();
    String word = node.required("kind").word(RuleKind.words());
    if (node.faults().size() > before) {
      throw new WinnowException(ProblemCode.INVALID_RULE, node.faults());
    }
    LevelReaders levels = new LevelReaders(fields);
    return switch (RuleKind.of(word)) {
      case BANDS -> levels.bands(node);
      case QUANTILES -> levels.quantiles(node);
      case ABC -> levels.abc(node);
      case RFM -> new RfmReader(fields, node).read();
      case LIFECYCLE -> new LifecycleReader(fields, node).read();
      case SCORE -> new ScoreReader(fields).read(node);
      case MAPPING -> new GroupsReader(fields).read(node);
    };
  }
}
