package dev.winnow.classify;

import dev.winnow.classify.QuantileMethod.Ties;
import dev.winnow.problem.Excerpt;
import dev.winnow.schema.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the rules that grade by the amount of one field. */
final class LevelReaders {
  private static final int MOST_GRADES = 100;
  private static final List<String> SAMPLED =
      QuantileMethod.words().stream().filter(word -> !word.equals("fixed")).toList();

  private final RuleFields fields;

  LevelReaders(RuleFields fields) {
    this.fields = fields;
  }

  Rule bands(RuleNode rule) {
    rule.keys(List.of("kind", "facet", "field", "bands", "missing"));
    Optional<Field> facet = fields.facet(rule);
    Optional<Field.Ordered> field = fields.ordered(rule, "field");
    BandsReader<Long> reader = new BandsReader<>(fields, facet, node -> fields.amount(node, field));
    List<Rule.Band> bands =
        reader.read(rule.required("bands")).stream()
            .map(band -> new Rule.Band(band.grade(), band.from()))
            .toList();
    return new Rule.Bands(name(facet), name(field), bands, missing(rule, facet));
  }

  Rule quantiles(RuleNode rule) {
    rule.keys(List.of("kind", "facet", "field", "grades", "method", "ties", "missing"));
    Optional<Field> facet = fields.facet(rule);
    Optional<Field.Ordered> field = fields.ordered(rule, "field");
    List<String> grades = grades(rule.required("grades"), facet);
    QuantileMethod method =
        rule.optional("method")
            .map(node -> node.word(SAMPLED))
            .flatMap(QuantileMethod::of)
            .orElse(QuantileMethod.TYPE7);
    return new Rule.Quantiles(
        name(facet), name(field), grades, method, ties(rule), missing(rule, facet));
  }

  private List<String> grades(RuleNode list, Optional<Field> facet) {
    List<RuleNode> items = list.items(2);
    if (items.size() > MOST_GRADES) {
      list.fault("There are too many grades.", "At most " + MOST_GRADES + ".");
    }
    List<String> grades = items.stream().map(node -> fields.value(node, facet)).toList();
    once(grades, items);
    return grades;
  }

  private static void once(List<String> grades, List<RuleNode> nodes) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < grades.size(); i++) {
      if (!grades.get(i).isEmpty() && !seen.add(grades.get(i))) {
        nodes.get(i).fault("The grade " + Excerpt.quoted(grades.get(i)) + " is given twice.", "");
      }
    }
  }

  /** How ties are broken; together when nothing is said. */
  static Ties ties(RuleNode rule) {
    List<String> words = Arrays.stream(Ties.values()).map(Ties::word).toList();
    return rule.optional("ties")
        .map(node -> Ties.values()[words.indexOf(node.word(words))])
        .orElse(Ties.TOGETHER);
  }

  Rule abc(RuleNode rule) {
    rule.keys(List.of("kind", "facet", "field", "grades", "crossing", "missing"));
    Optional<Field> facet = fields.facet(rule);
    Optional<Field.Ordered> field = fields.quantity(rule, "field");
    boolean crossing = rule.optional("crossing").map(RuleNode::flag).orElse(false);
    return new Rule.Abc(
        name(facet),
        name(field),
        shares(rule.required("grades"), facet),
        crossing,
        missing(rule, facet));
  }

  private List<Rule.Share> shares(RuleNode list, Optional<Field> facet) {
    List<Rule.Share> shares = new ArrayList<>();
    List<RuleNode> items = list.items(2);
    BigDecimal before = BigDecimal.ZERO;
    for (int i = 0; i < items.size(); i++) {
      RuleNode node = items.get(i);
      node.keys(List.of("grade", "upTo"));
      boolean last = i == items.size() - 1;
      Optional<BigDecimal> upTo = last ? end(node) : Optional.of(share(node, before));
      shares.add(new Rule.Share(fields.value(node.required("grade"), facet), upTo));
      before = upTo.orElse(before);
    }
    once(
        shares.stream().map(Rule.Share::grade).toList(),
        items.stream().map(node -> node.get("grade")).toList());
    return shares;
  }

  private static BigDecimal share(RuleNode node, BigDecimal before) {
    BigDecimal share = node.required("upTo").number();
    if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0) {
      node.get("upTo").fault("This is not a share.", "It must be over 0 and at most 1.");
    } else if (share.compareTo(before) <= 0) {
      node.get("upTo")
          .fault("The shares do not ascend.", "It must be over " + before.toPlainString() + ".");
    }
    return share;
  }

  /** The last class takes all that is left, which it may say. */
  private static Optional<BigDecimal> end(RuleNode node) {
    Optional<RuleNode> given = node.optional("upTo");
    if (given.filter(upTo -> upTo.number().compareTo(BigDecimal.ONE) != 0).isPresent()) {
      node.get("upTo")
          .fault(
              "Above the last share there would be no grade.", "Leave \"upTo\" out of the last.");
    }
    return Optional.empty();
  }

  private Optional<String> missing(RuleNode rule, Optional<Field> facet) {
    return fields.optionalGrade(rule, "missing", facet);
  }

  static String name(Optional<? extends Field> field) {
    return field.map(Field::name).orElse("");
  }
}
