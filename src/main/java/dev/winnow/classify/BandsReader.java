package dev.winnow.classify;

import dev.winnow.problem.Excerpt;
import dev.winnow.schema.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads bands, from the lowest up. Each begins where the one below it ends; a band may say its end
 * again as {@code to}, which must then be where the next one begins.
 */
final class BandsReader<T extends Comparable<T>> {
  private static final List<String> KEYS = List.of("grade", "from", "to");

  private final RuleFields fields;
  private final Optional<Field> facet;
  private final Function<RuleNode, T> amounts;

  /**
   * @param amounts reads the end of a band
   */
  BandsReader(RuleFields fields, Optional<Field> facet, Function<RuleNode, T> amounts) {
    this.fields = fields;
    this.facet = facet;
    this.amounts = amounts;
  }

  /** A grade and where it begins. */
  record Band<T>(String grade, Optional<T> from, Optional<T> to, RuleNode node) {}

  List<Band<T>> read(RuleNode list) {
    List<Band<T>> bands = new ArrayList<>();
    for (RuleNode node : list.items(1)) {
      node.keys(KEYS);
      String grade = fields.value(node.required("grade"), facet);
      bands.add(new Band<>(grade, end(node, "from"), end(node, "to"), node));
    }
    for (int i = 0; i < bands.size(); i++) {
      begins(bands, i);
      ends(bands, i);
    }
    once(bands);
    return bands;
  }

  private Optional<T> end(RuleNode node, String key) {
    int before = node.faults().size();
    Optional<T> end = node.optional(key).map(amounts);
    return node.faults().size() == before ? end : Optional.empty();
  }

  private static <T extends Comparable<T>> void begins(List<Band<T>> bands, int i) {
    Band<T> band = bands.get(i);
    if (i == 0) {
      band.from()
          .ifPresent(
              _ ->
                  band.node()
                      .get("from")
                      .fault(
                          "Below the lowest band there would be no grade.",
                          "Leave \"from\" out of the first band."));
    } else if (!band.node().has("from")) {
      band.node().fault("The band does not say where it begins.", "Add \"from\".");
    } else {
      Optional<T> below = bands.get(i - 1).from();
      if (band.from().isPresent()
          && below.isPresent()
          && band.from().get().compareTo(below.get()) <= 0) {
        band.node()
            .get("from")
            .fault(
                "The bands overlap: this one does not begin above the one before it.",
                "List the bands from the lowest up.");
      }
    }
  }

  private static <T extends Comparable<T>> void ends(List<Band<T>> bands, int i) {
    Band<T> band = bands.get(i);
    Optional<T> next = i + 1 < bands.size() ? bands.get(i + 1).from() : Optional.empty();
    if (band.to().isEmpty() || (next.isEmpty() && i + 1 < bands.size())) {
      return;
    }
    int compared = next.map(from -> band.to().get().compareTo(from)).orElse(-1);
    if (compared != 0) {
      band.node()
          .get("to")
          .fault(
              compared < 0
                  ? "There is a gap above this band."
                  : "The band overlaps with the next one.",
              "A band ends where the next begins; \"to\" can be left out.");
    }
  }

  private static <T> void once(List<Band<T>> bands) {
    Set<String> seen = new HashSet<>();
    for (Band<T> band : bands) {
      if (!band.grade().isEmpty() && !seen.add(band.grade())) {
        band.node()
            .get("grade")
            .fault("The grade " + Excerpt.quoted(band.grade()) + " is given twice.", "");
      }
    }
  }
}
