package dev.winnow.classify;

import java.util.List;
import java.util.Optional;

/** What the classifiers of all rules have in common. */
abstract class RuleClassifier implements Classifier {
  private final String facet;
  private final List<String> inputs;
  private final List<String> grades;

  RuleClassifier(Rule rule) {
    facet = rule.facet();
    inputs = rule.inputs();
    grades = rule.grades();
  }

  @Override
  public final String facet() {
    return facet;
  }

  @Override
  public final List<String> inputs() {
    return inputs;
  }

  @Override
  public final List<String> grades() {
    return grades;
  }

  final int index(String grade) {
    return grades.indexOf(grade);
  }

  final int index(Optional<String> grade) {
    return grade.map(grades::indexOf).orElse(UNGRADED);
  }
}
