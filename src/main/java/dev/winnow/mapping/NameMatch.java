package dev.winnow.mapping;

import dev.winnow.mapping.Concept.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** How well the name of a column fits a concept, from 0 to 1. */
final class NameMatch {
  /** The name is one of the concept's. */
  static final double SAME = 0.97;

  private static final double WEAK = 0.62;
  private static final double QUALIFIED = 0.86;
  private static final double SIMILAR = 0.85;
  private static final double TAIL = 0.9;

  /** What is inside a member of one of these names is not the customer's. */
  private static final Set<String> STRANGERS =
      Set.of(
          "owner",
          "created",
          "modified",
          "updated",
          "user",
          "rep",
          "manager",
          "store",
          "shop",
          "shipping",
          "ship",
          "seller",
          "vendor",
          "product",
          "item",
          "employee",
          "assignee");

  private static final Pattern MEMBER = Pattern.compile("[\\w@-]+(?:\\.[\\w@-]+)+");

  /** What only says whose something is. */
  private static final Set<String> OWNERS =
      Set.of(
          "customer",
          "client",
          "cust",
          "account",
          "acct",
          "company",
          "contact",
          "buyer",
          "member",
          "user",
          "partner",
          "work",
          "business",
          "crm",
          "kunden",
          "kunde",
          "client's",
          "客户",
          "单位",
          "公司",
          "企业",
          "会员",
          "联系人",
          "往来单位",
          "买家",
          "用户",
          "主要",
          "默认",
          "客商");

  /** The same, wherever it stands. */
  private static final Set<String> ANYWHERE =
      Set.of("bill", "billing", "primary", "main", "default", "current", "the", "of", "in", "is");

  private NameMatch() {}

  /**
   * @param weak whether names count that mean a concept only where nothing else does
   */
  static double of(HeaderName column, Concept concept, boolean weak) {
    double best = 0;
    for (Name name : concept.names()) {
      if (!name.weak() || weak) {
        double score =
            Math.max(of(column, name), TAIL * column.last().map(n -> of(n, name)).orElse(0.0));
        best = Math.max(best, name.weak() ? score * WEAK / SAME : score);
      }
    }
    return best;
  }

  /** The name of a column, folded once. */
  record HeaderName(
      List<String> words, String compact, List<String> bare, Optional<HeaderName> last) {
    static HeaderName of(String written) {
      String text = HeaderWords.withoutUnit(written);
      List<String> words = HeaderWords.of(text);
      List<String> bare = new ArrayList<>(words);
      bare.removeIf(ANYWHERE::contains);
      while (bare.size() > 1 && OWNERS.contains(bare.getFirst())) {
        bare.removeFirst();
      }
      bare.removeIf(word -> word.chars().allMatch(Character::isDigit));
      String compact = HeaderWords.compact(text);
      return new HeaderName(words, compact, bare.isEmpty() ? words : bare, last(text));
    }

    /** The name of a member alone, without those of the objects that it is in. */
    private static Optional<HeaderName> last(String text) {
      int point = text.lastIndexOf('.');
      boolean member = point > 0 && MEMBER.matcher(text).matches();
      return member
              && HeaderWords.of(text.substring(0, point)).stream().noneMatch(STRANGERS::contains)
          ? Optional.of(of(text.substring(point + 1)))
          : Optional.empty();
    }

    /** Nothing is said by it: column 3, F3, Unnamed: 3. */
    boolean saysNothing() {
      return compact.matches("(?:column|col|field|f|unnamed|列|字段|spalte|colonne)?\\d*");
    }
  }

  private static double of(HeaderName column, Name name) {
    if (name.compact().isEmpty()) {
      return 0;
    }
    if (column.compact().equals(name.compact())) {
      return SAME;
    }
    if (String.join("", column.bare()).equals(name.compact())) {
      return QUALIFIED;
    }
    if (HeaderWords.isHan(name.compact().codePointAt(0))) {
      return han(column.compact(), name.compact());
    }
    return Math.max(latin(column, name), fuzzy(column.compact(), name.compact()));
  }

  /** The end of a Chinese name says what it is, its beginning whose. */
  private static double han(String column, String name) {
    if (name.length() < 2 || !column.contains(name)) {
      return 0;
    }
    double share = name.length() / (double) column.length();
    return column.endsWith(name) ? 0.5 + 0.4 * share : 0.3 + 0.4 * share;
  }

  private static double latin(HeaderName column, Name name) {
    List<String> words = column.words();
    int count = name.words().size();
    if (count == 0 || count >= words.size()) {
      return 0;
    }
    double share = count / (double) words.size();
    if (words.subList(words.size() - count, words.size()).equals(name.words())) {
      return 0.45 + 0.4 * share;
    }
    if (words.subList(0, count).equals(name.words())) {
      return 0.35 + 0.4 * share;
    }
    return 0;
  }

  private static double fuzzy(String column, String name) {
    if (Math.min(column.length(), name.length()) < 5
        || Math.abs(column.length() - name.length()) > 2) {
      return 0;
    }
    double like =
        1 - Resemblance.edits(column, name) / (double) Math.max(column.length(), name.length());
    return like >= SIMILAR ? like * 0.85 : 0;
  }
}
