package dev.winnow.lucene;

import dev.winnow.lucene.Syllables.Way;
import dev.winnow.lucene.TypedText.Word;
import dev.winnow.schema.Field;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;

/** The ways in which one word can be found in one field, and how much each is worth. */
final class WordParts {
  private static final float EXACT = 2f;
  private static final float PINYIN = 1.7f;
  private static final float PREFIX = 1.6f;
  private static final float UNFINISHED_PINYIN = 1.5f;
  private static final float INSIDE = 1.5f;
  private static final float INITIALS = 1.4f;
  private static final float ONE_TYPO = 0.8f;
  private static final float TWO_TYPOS = 0.6f;

  private static final int LEAST_PREFIX = 3;
  private static final int ONE_TYPO_FROM = 4;
  private static final int TWO_TYPOS_FROM = 8;
  private static final int MOST_TYPO_LETTERS = 32;

  /** How far to go. */
  enum Effort {
    /** All ways. */
    FULL,
    /** As one types: no typos, and one or two letters are looked for only where values begin. */
    TYPING,
    /** For very many words: only as they are. */
    PLAIN
  }

  private final String title;
  private final Effort effort;
  private final boolean typos;

  /**
   * @param title the field that is also found by initials
   * @param typos whether the word may be misspelt
   */
  WordParts(String title, Effort effort, boolean typos) {
    this.title = title;
    this.effort = effort;
    this.typos = typos && effort == Effort.FULL;
  }

  List<Part> of(Field field, Word word) {
    List<Part> parts = new ArrayList<>();
    switch (field) {
      case Field.Text text -> addText(parts, text.name(), word);
      case Field.Keyword _, Field.Tree _ -> addTerm(parts, Kind.CODES, field.name(), word);
      case Field.Email _ -> addTerm(parts, Kind.EMAILS, field.name(), word);
      case Field.Phone _ -> addDigits(parts, field.name(), word);
      case Field.Bool _, Field.Number _, Field.Money _, Field.Date _ -> {}
    }
    return parts;
  }

  private void addText(List<Part> parts, String field, Word word) {
    if (word.cjk() || word.length() >= Kind.CHARS.gram()) {
      Query query = Grams.run(Kind.CHARS, Kind.CHARS.indexField(field), word.units());
      int units = word.length() < Kind.CHARS.gram() ? word.length() : 0;
      parts.add(new Part(Kind.CHARS, query, word.cjk() ? EXACT : INSIDE, units));
    }
    if (word.cjk()) {
      return;
    }
    boolean shortlyTyped = effort == Effort.TYPING && word.last() && word.length() < LEAST_PREFIX;
    if (shortlyTyped) {
      addBeginnings(parts, field, word.text());
      return;
    }
    addTerm(parts, Kind.WORDS, field, word);
    if (effort != Effort.PLAIN && word.length() >= 2) {
      addPinyin(parts, field, word);
      if (field.equals(title)) {
        addInitials(parts, field, word);
      }
      addTypos(parts, Kind.WORDS.indexField(field), word);
    }
  }

  private void addBeginnings(List<Part> parts, String field, String letters) {
    String word = Kind.WORDS.indexField(field);
    int length = letters.length();
    Part exact = Part.whole(Kind.WORDS, new TermQuery(new Term(word, letters)), EXACT);
    parts.add(exact);
    parts.add(prefix(Kind.WORDS, word, UnitRun.START + letters, PREFIX, length));
    String syllables = Kind.SYLLABLES.indexField(field);
    String first = UnitRun.START + Kind.SYLLABLES.separator() + letters;
    parts.add(prefix(Kind.SYLLABLES, syllables, first, UNFINISHED_PINYIN, 1));
    if (field.equals(title)) {
      String initials = Kind.INITIALS.indexField(field);
      parts.add(prefix(Kind.INITIALS, initials, UnitRun.START + letters, INITIALS, length));
    }
  }

  private void addTerm(List<Part> parts, Kind kind, String field, Word word) {
    String indexField = kind.indexField(field);
    parts.add(Part.whole(kind, new TermQuery(new Term(indexField, word.text())), EXACT));
    if (word.last() || word.length() >= LEAST_PREFIX) {
      parts.add(prefix(kind, indexField, word.text(), PREFIX, word.length()));
    }
  }

  private static Part prefix(Kind kind, String indexField, String text, float level, int units) {
    return new Part(kind, new PrefixQuery(new Term(indexField, text)), level, units);
  }

  private static void addPinyin(List<Part> parts, String field, Word word) {
    String indexField = Kind.SYLLABLES.indexField(field);
    for (Way way : Syllables.of(word.text())) {
      int size = way.syllables().size();
      int units = size <= Kind.SYLLABLES.gram() ? size : 0;
      if (way.complete()) {
        Query query = Grams.run(Kind.SYLLABLES, indexField, way.syllables());
        parts.add(new Part(Kind.SYLLABLES, query, PINYIN, units));
      }
      Query unfinished = Grams.unfinished(indexField, way.syllables());
      parts.add(new Part(Kind.SYLLABLES, unfinished, UNFINISHED_PINYIN, units));
    }
  }

  private static void addInitials(List<Part> parts, String field, Word word) {
    Query initials = Grams.run(Kind.INITIALS, Kind.INITIALS.indexField(field), word.units());
    int units = word.length() < Kind.INITIALS.gram() ? word.length() : 0;
    parts.add(new Part(Kind.INITIALS, initials, INITIALS, units));
  }

  private void addTypos(List<Part> parts, String indexField, Word word) {
    int length = word.length();
    boolean letters = word.text().codePoints().allMatch(Character::isLetter);
    if (!typos || !letters || length < ONE_TYPO_FROM || length > MOST_TYPO_LETTERS) {
      return;
    }
    LevenshteinAutomata near = new LevenshteinAutomata(word.text(), true);
    parts.add(typo(indexField, word, near.toAutomaton(1), ONE_TYPO));
    if (length >= TWO_TYPOS_FROM) {
      String first = word.units().getFirst();
      LevenshteinAutomata rest =
          new LevenshteinAutomata(word.text().substring(first.length()), true);
      parts.add(typo(indexField, word, rest.toAutomaton(2, first), TWO_TYPOS));
    }
  }

  private static Part typo(String indexField, Word word, Automaton automaton, float level) {
    Query query =
        new AutomatonQuery(
            new Term(indexField, word.text()),
            automaton,
            false,
            MultiTermQuery.CONSTANT_SCORE_BLENDED_REWRITE);
    return Part.whole(Kind.WORDS, query, level);
  }

  private static void addDigits(List<Part> parts, String field, Word word) {
    boolean digits = word.text().chars().allMatch(c -> c >= '0' && c <= '9');
    if (digits) {
      parts.addAll(phone(field, word.text()));
    }
  }

  /** The ways to find a telephone number in a field. */
  static List<Part> phone(String field, String digits) {
    List<Part> parts = new ArrayList<>();
    for (String variant : Phones.variants(digits)) {
      List<String> units = variant.chars().mapToObj(Character::toString).toList();
      Query query = Grams.run(Kind.DIGITS, Kind.DIGITS.indexField(field), units);
      int partial = units.size() < Kind.DIGITS.gram() ? units.size() : 0;
      parts.add(new Part(Kind.DIGITS, query, EXACT, partial));
    }
    return parts;
  }
}
