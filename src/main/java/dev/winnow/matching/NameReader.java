package dev.winnow.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes names apart. Safe for use by many threads. */
final class NameReader {
  private static final Pattern INITIALS =
      Pattern.compile("(?<![\\p{L}\\p{N}])(\\p{L})\\.\\s*(?=\\p{L}(?:\\.|$|[^\\p{L}.]))");
  private static final Set<String> FILLERS =
      Set.of("and", "und", "et", "y", "the", "of", "e", "och", "og", "no", "nr");
  private static final Set<String> BRANCHES =
      Set.of("branch", "store", "depot", "plant", "outlet", "filiale", "niederlassung", "shop");
  private static final Set<String> ROMAN = Set.of("ii", "iii", "iv");
  private static final Set<String> LEADING_FORMS = Set.of("pt", "ooo", "pjsc", "jsc");

  /** Shorter forms are only taken for such at the end: SE and AS are words, too. */
  private static final int LEAST_ANYWHERE = 4;

  private final NameWords words;

  NameReader(NameWords words) {
    this.words = words;
  }

  /** Lower case, folded, with single spaces between words, initials as one word. */
  static String spaced(String name) {
    String folded = Texts.folded(name);
    return Texts.wordsOf(
        folded.indexOf('.') < 0 ? folded : INITIALS.matcher(folded).replaceAll("$1"));
  }

  /** The name; empty when it has no letters or digits. */
  Optional<Name> read(String written) {
    String text = spaced(written);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    NameDraft draft = new NameDraft();
    List<String> latin = new ArrayList<>();
    HanName han = new HanName(words, draft);
    for (String run : runs(text)) {
      if (Texts.isCjk(run.charAt(0))) {
        han.read(run);
      } else if (!FILLERS.contains(run)) {
        latin.add(run);
      }
    }
    han.finish();
    readLatin(latin, draft);
    return draft.name();
  }

  /** Words, cut where scripts change. */
  private static List<String> runs(String text) {
    List<String> runs = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= text.length(); i++) {
      boolean end = i == text.length() || text.charAt(i) == ' ' || text.charAt(i - 1) == ' ';
      if (end || Texts.isCjk(text.charAt(i)) != Texts.isCjk(text.charAt(i - 1))) {
        String run = text.substring(start, i).strip();
        if (!run.isEmpty()) {
          runs.add(run);
        }
        start = i;
      }
    }
    return runs;
  }

  private void readLatin(List<String> latin, NameDraft draft) {
    stripForms(latin, draft);
    for (int i = 0; i < latin.size(); ) {
      int taken = place(latin, i);
      if (taken > 0) {
        draft.places.add(String.join(" ", latin.subList(i, i + taken)));
        i += taken;
        continue;
      }
      String word = latin.get(i++);
      if (isNumber(word) || isOrdinal(word, latin, i)) {
        draft.numbers.add(Texts.withoutZeros(word));
      } else if (BRANCHES.contains(word)) {
        draft.branch.append("branch");
        draft.company = true;
      } else if (words.trades().contains(word)) {
        draft.generic.add(word);
        draft.company = true;
      } else if (isFormAnywhere(word)) {
        draft.company = true;
      } else {
        draft.distinct.add(word);
      }
    }
  }

  private static boolean isNumber(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (!Character.isDigit(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOrdinal(String word, List<String> latin, int next) {
    return ROMAN.contains(word) && next == latin.size() && latin.size() > 1;
  }

  private boolean isFormAnywhere(String word) {
    return word.length() >= LEAST_ANYWHERE && words.forms().contains(word);
  }

  private int place(List<String> latin, int from) {
    for (int count = Math.min(3, latin.size() - from); count > 0; count--) {
      if (words.places().containsJoined(latin.subList(from, from + count), " ")) {
        return count;
      }
    }
    return 0;
  }

  /** Takes legal forms from the end, the longest first, and those that stand in front. */
  private void stripForms(List<String> latin, NameDraft draft) {
    boolean more = true;
    while (more && latin.size() > 1) {
      more = false;
      for (int n = Math.min(NameWords.MOST_WORDS, latin.size() - 1); n > 0 && !more; n--) {
        List<String> tail = latin.subList(latin.size() - n, latin.size());
        more =
            words.forms().containsJoined(tail, " ")
                || (n > 1 && words.forms().containsJoined(tail, ""));
        if (more) {
          String family = NameWords.family(String.join(" ", tail));
          draft.form(family.isEmpty() ? NameWords.family(String.join("", tail)) : family);
          tail.clear();
        }
      }
    }
    if (latin.size() > 1 && LEADING_FORMS.contains(latin.getFirst())) {
      draft.form(latin.removeFirst());
    }
  }
}
