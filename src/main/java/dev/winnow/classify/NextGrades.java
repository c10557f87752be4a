package dev.winnow.classify;

import dev.winnow.classify.Explanation.Step;
import java.util.Optional;

/** The ways to the next better and the next worse grade. */
record NextGrades(Optional<Step> up, Optional<Step> down) {
  static final NextGrades NONE = new NextGrades(Optional.empty(), Optional.empty());
}
