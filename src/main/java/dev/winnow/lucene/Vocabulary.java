package dev.winnow.lucene;

import dev.winnow.lucene.TypedText.Chunk;
import dev.winnow.lucene.TypedText.Word;
import dev.winnow.schema.Schema.SearchSettings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The configured synonyms and weak words, folded as typed text is. */
final class Vocabulary {
  private static final float WEAK = 0.15f;

  private static final int MOST_SYNONYMS = 8;
  private static final int MOST_WORDS = 6;

  private final Map<String, List<TypedText>> synonyms = new HashMap<>();
  private final Set<String> weak = new HashSet<>();

  Vocabulary(SearchSettings settings) {
    for (List<String> group : settings.synonyms()) {
      List<TypedText> words = group.stream().map(Vocabulary::typed).toList();
      for (TypedText word : words) {
        @SuppressWarnings("ReferenceEquality")
        List<TypedText> others =
            words.stream().filter(other -> other != word).limit(MOST_SYNONYMS).toList();
        synonyms.put(word.folded(), others);
      }
    }
    for (String phrase : settings.weakWords()) {
      typed(phrase).words().forEach(word -> weak.add(word.text()));
    }
  }

  List<TypedText> synonyms(Chunk chunk) {
    return synonyms.getOrDefault(chunk.folded(), List.of());
  }

  /** How many words the synonyms of a chunk have. */
  int synonymWords(Chunk chunk) {
    return synonyms(chunk).stream().mapToInt(synonym -> synonym.words().size()).sum();
  }

  /** How much the chunk counts among others, from 0 to 1. */
  float weight(Chunk chunk) {
    return chunk.words().stream().allMatch(this::isWeak) ? WEAK : 1f;
  }

  /** A known word is no misspelling of another. */
  boolean allowsTypos(Chunk chunk) {
    return chunk.words().stream().noneMatch(this::isWeak);
  }

  private static TypedText typed(String text) {
    return TypedText.of(text, MOST_WORDS);
  }

  private boolean isWeak(Word word) {
    return weak.contains(word.text());
  }
}
