package dev.winnow.classify;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All rules that hold at one time, ready to grade.
 *
 * @param classifiers at most one for a facet; one that reads a graded facet stands after the one
 *     that grades it
 * @param asOf the day on which they hold
 */
public record Grading(List<Classifier> classifiers, LocalDate asOf) {
  /** Grades nothing. */
  public static final Grading NONE = new Grading(List.of(), LocalDate.EPOCH);

  public Grading {
    classifiers = List.copyOf(classifiers);
    Set<String> graded = new LinkedHashSet<>();
    for (Classifier classifier : classifiers.reversed()) {
      if (!graded.add(classifier.facet())
          || classifier.inputs().stream().anyMatch(graded::contains)) {
        throw new IllegalArgumentException("graded twice or too late: " + classifier.facet());
      }
    }
  }

  /** The classifier of a facet. */
  public Optional<Classifier> of(String facet) {
    return classifiers.stream().filter(one -> one.facet().equals(facet)).findFirst();
  }

  /** The facet and those whose grades follow from its own. */
  public Set<String> following(String facet) {
    Set<String> following = new LinkedHashSet<>(Set.of(facet));
    for (Classifier classifier : classifiers) {
      if (classifier.inputs().stream().anyMatch(following::contains)) {
        following.add(classifier.facet());
      }
    }
    return following;
  }

  /** The facets that are graded. */
  public Set<String> facets() {
    Set<String> facets = new LinkedHashSet<>();
    classifiers.forEach(classifier -> facets.add(classifier.facet()));
    return facets;
  }
}
