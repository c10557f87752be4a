package dev.winnow.lucene;

import dev.winnow.lucene.Syllables.Way;
import dev.winnow.lucene.TypedText.Word;
import dev.winnow.schema.Field;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What lifts a customer above those that merely have all the words: a value that is the whole typed
 * text, begins with it, or has it in one piece. The distances between the levels are wider than
 * what fields and lengths make up, so a level is never outdone from below.
 */
final class Levels {
  private static final float EXACT = 5f;
  private static final float PREFIX = 3f;
  private static final float PHRASE = 1.5f;
  private static final float PINYIN = 0.95f;
  private static final float INITIALS = 0.55f;
  private static final int MOST_INITIALS = 32;

  private Levels() {}

  /** The levels of one field, none when the text cannot be a value of its type. */
  static List<Query> of(Field field, TypedText text, float factor, boolean title) {
    List<Query> levels = new ArrayList<>();
    switch (field) {
      case Field.Text _ when text.words().isEmpty() -> {}
      case Field.Text _ when text.hasCjk() -> addChars(levels, field.name(), text, factor);
      case Field.Text _ -> {
        addWords(levels, field.name(), text, factor);
        addPinyin(levels, field.name(), text, factor);
        if (title) {
          addInitials(levels, field.name(), text, factor);
        }
      }
      case Field.Keyword _, Field.Tree _ -> addCode(levels, field.name(), text, factor);
      case Field.Email _ -> {
        Term whole = new Term(Kind.EMAILS.indexField(field.name()), text.folded());
        levels.add(new BoostQuery(new TermQuery(whole), EXACT * factor));
      }
      case Field.Bool _, Field.Phone _ -> {}
      case Field.Number _, Field.Money _, Field.Date _ -> {}
    }
    return levels;
  }

  private static void addChars(List<Query> levels, String field, TypedText text, float factor) {
    List<String> units = text.joined().codePoints().mapToObj(Character::toString).toList();
    addRuns(levels, Kind.CHARS, Kind.CHARS.indexField(field), units, factor);
    if (text.chunks().size() > 1) {
      Query phrase = Grams.run(Kind.CHARS, Kind.CHARS.indexField(field), units);
      levels.add(new BoostQuery(phrase, PHRASE * factor));
    }
  }

  private static void addRuns(
      List<Query> levels, Kind kind, String indexField, List<String> units, float factor) {
    List<String> marked = new ArrayList<>(units);
    marked.addFirst(UnitRun.START);
    levels.add(new BoostQuery(Grams.run(kind, indexField, marked), PREFIX * factor));
    marked.addLast(UnitRun.END);
    levels.add(new BoostQuery(Grams.run(kind, indexField, marked), EXACT * factor));
  }

  private static void addWords(List<Query> levels, String field, TypedText text, float factor) {
    List<String> words = text.words().stream().map(Word::text).toList();
    String indexField = Kind.WORDS.indexField(field);
    levels.add(new BoostQuery(phrase(indexField, words, "", ""), PHRASE * factor));
    Query prefix = phrase(indexField, words, UnitRun.START, "");
    levels.add(new BoostQuery(prefix, PREFIX * factor));
    Query exact = phrase(indexField, words, UnitRun.START, UnitRun.END);
    levels.add(new BoostQuery(exact, EXACT * factor));
  }

  private static Query phrase(String indexField, List<String> words, String start, String end) {
    List<String> marked = new ArrayList<>(words);
    marked.set(0, start + marked.getFirst());
    marked.set(marked.size() - 1, marked.getLast() + end);
    return new PhraseQuery(indexField, marked.toArray(String[]::new));
  }

  private static void addPinyin(List<Query> levels, String field, TypedText text, float factor) {
    String letters = text.joined();
    String indexField = Kind.SYLLABLES.indexField(field);
    for (Way way : Syllables.of(letters)) {
      if (way.complete()) {
        addRuns(levels, Kind.SYLLABLES, indexField, way.syllables(), PINYIN * factor);
      }
    }
  }

  private static void addInitials(List<Query> levels, String field, TypedText text, float factor) {
    List<String> units = text.joined().codePoints().mapToObj(Character::toString).toList();
    if (units.size() > 1 && units.size() <= MOST_INITIALS) {
      String initials = Kind.INITIALS.indexField(field);
      addRuns(levels, Kind.INITIALS, initials, units, INITIALS * factor);
    }
  }

  private static void addCode(List<Query> levels, String field, TypedText text, float factor) {
    Term whole = new Term(Kind.CODES.indexField(field), UnitRun.START + text.folded());
    levels.add(new BoostQuery(new TermQuery(whole), EXACT * factor));
  }
}
