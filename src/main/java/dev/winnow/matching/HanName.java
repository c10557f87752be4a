package dev.winnow.matching;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Chinese part of a name: places in front, what it calls itself, trades, legal form, branch. It
 * is cut by longest words that are known; what is left between them is what tells it from others.
 */
final class HanName {
  private static final WordSet BRANCHES =
      new WordSet(
          Set.of(
              "分公司", "支公司", "子公司", "分行", "支行", "分店", "分部", "分厂", "分校", "分院", "营业部", "营业厅", "办事处",
              "门店", "专卖店", "旗舰店"));
  private static final Set<String> ADMINISTRATIVE = Set.of("省", "市", "县", "自治区", "特别行政区");
  private static final WordSet ADMINISTRATION = new WordSet(ADMINISTRATIVE);
  private static final Pattern ORDINAL = Pattern.compile("第([一二三四五六七八九十百\\d]+)|([一二三四五六七八九十]+)$");
  private static final int LONGEST_ORDINAL = 3;

  private final NameWords words;
  private final NameDraft draft;
  private final StringBuilder plain = new StringBuilder();
  private boolean legalForm;

  HanName(NameWords words, NameDraft draft) {
    this.words = words;
    this.draft = draft;
  }

  /** Reads one run of characters; several of a name come one after the other. */
  void read(String run) {
    boolean start = true;
    for (int i = 0; i < run.length(); ) {
      int branch = BRANCHES.longestAt(run, i);
      int form = branch > 0 ? 0 : words.forms().longestAt(run, i);
      int place = start && branch + form == 0 ? placeAt(run, i) : 0;
      int trade = branch + form + place > 0 ? 0 : tradeAt(run, i);
      String word = run.substring(i, i + Math.max(1, branch + form + place + trade));
      start = start && place > 0;
      i += word.length();
      if (branch > 0) {
        branch(word);
      } else if (form > 0) {
        form(word);
      } else if (place > 0) {
        place(word);
      } else if (trade > 0 && !legalForm) {
        flush();
        draft.generic.add(word);
        draft.company = true;
      } else {
        plain.append(word);
      }
    }
    flushUnlessBranch();
  }

  /** To be called behind the last run. */
  void finish() {
    flush();
  }

  private int tradeAt(String run, int i) {
    return words.trades().longestAt(run, i);
  }

  private int placeAt(String run, int i) {
    int place = words.places().longestAt(run, i);
    if (place > 0) {
      place += ADMINISTRATION.longestAt(run, i + place);
    }
    return place;
  }

  private void place(String word) {
    if (legalForm) {
      plain.append(word);
    } else {
      draft.places.add(bare(word));
    }
  }

  private String bare(String place) {
    for (String suffix : ADMINISTRATIVE) {
      String shorter = place.substring(0, Math.max(0, place.length() - suffix.length()));
      if (place.endsWith(suffix) && words.places().contains(shorter)) {
        return shorter;
      }
    }
    return place;
  }

  private void form(String word) {
    flush();
    draft.form(NameWords.family(word));
    legalForm |= word.endsWith("公司") && !word.equals("公司");
  }

  /** The branch is what stands before the word: all of it behind a legal form, else its end. */
  private void branch(String word) {
    String before = plain.toString();
    plain.setLength(0);
    int cut = legalForm || !draft.generic.isEmpty() ? 0 : branchStart(before);
    if (cut > 0) {
      draft.distinct.add(before.substring(0, cut));
    }
    draft.branch.append(before, cut, before.length()).append(word);
    draft.company = true;
  }

  private int branchStart(String before) {
    for (int i = 1; i < before.length(); i++) {
      if (words.places().contains(before.substring(i))) {
        return i;
      }
    }
    Matcher ordinal = ORDINAL.matcher(before);
    int start = before.length();
    while (ordinal.find()) {
      start = ordinal.end() == before.length() ? ordinal.start() : start;
    }
    return start;
  }

  private void flushUnlessBranch() {
    if (!plain.isEmpty() && !legalForm) {
      flush();
    }
  }

  private void flush() {
    String text = plain.toString();
    plain.setLength(0);
    if (text.isEmpty()) {
      return;
    }
    if (legalForm) {
      draft.branch.append(text);
      return;
    }
    if (text.indexOf('第') >= 0) {
      text = withoutOrdinal(text);
    }
    if (!text.isEmpty()) {
      draft.distinct.add(text);
    }
  }

  private String withoutOrdinal(String text) {
    Matcher ordinal = ORDINAL.matcher(text);
    if (ordinal.find()
        && ordinal.group(1) != null
        && ordinal.group(1).length() <= LONGEST_ORDINAL) {
      draft.numbers.add(ordinal.group(1));
      return ordinal.replaceFirst("");
    }
    return text;
  }
}
