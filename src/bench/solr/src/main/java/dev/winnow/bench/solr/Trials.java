package dev.winnow.bench.solr;

import java.io.IOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Finds the best form for questions of one kind: the first of them are asked in every form, twice
 * each, and the form whose better times are the least in sum is taken for the rest.
 */
final class Trials {
  private static final int QUESTIONS = 3;
  private static final int TRIES = 2;

  private final Map<Form, Long> sums = new EnumMap<>(Form.class);
  private int questions;

  /** Questions that have a best form in common. */
  record Kind(int filters, int threads) {
    static Kind of(Question question, int threads) {
      return new Kind(question.filters().size(), threads);
    }
  }

  /** Asks a question in a form. */
  interface Asking {
    Object in(Form form) throws IOException;
  }

  /** The form to ask a question in. */
  Form best(Asking asking) throws IOException {
    if (questions < QUESTIONS) {
      questions++;
      for (Form form : Form.values()) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
          long start = System.nanoTime();
          var _ = asking.in(form);
          least = Math.min(least, System.nanoTime() - start);
        }
        sums.merge(form, least, Long::sum);
      }
    }
    return Collections.min(sums.entrySet(), Map.Entry.comparingByValue()).getKey();
  }
}
