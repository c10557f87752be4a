package dev.winnow.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A name taken apart, so that what matters can be told from what does not.
 *
 * @param distinct the words that tell it from others, in their order; never empty
 * @param generic words of trades, which companies of a group differ in
 * @param places countries and cities
 * @param numbers ordinals and numbers: 第二, II, No. 3
 * @param branch what follows the legal form, or what the branch is called; empty for a head office
 * @param form family of its legal form; empty when it has none that tells
 * @param company whether something in it says that it is not a person's
 * @param cjk written in Chinese, Japanese or Korean
 */
record Name(
    List<String> distinct,
    List<String> generic,
    Set<String> places,
    Set<String> numbers,
    String branch,
    String form,
    boolean company,
    boolean cjk) {
  private static final String SURNAMES =
      "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏"
          + "吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴"
          + "严莫孔向常汤";
  private static final int LONGEST_PERSON = 3;

  Name {
    distinct = List.copyOf(distinct);
    generic = List.copyOf(generic);
    places = places.isEmpty() ? Set.of() : Set.copyOf(places);
    numbers = numbers.isEmpty() ? Set.of() : Set.copyOf(numbers);
  }

  /** The telling words and those of trades, one behind the other. */
  String joined() {
    StringBuilder joined = new StringBuilder();
    distinct.forEach(joined::append);
    generic.forEach(joined::append);
    return joined.toString();
  }

  /** Equal for names of the same words in any order, with the same branch and numbers. */
  String key() {
    String core = cjk ? joined() : sorted();
    return numbers.isEmpty() && branch.isEmpty()
        ? core
        : core + "|" + new TreeSet<>(numbers) + branch;
  }

  /** The same words in alphabetical order, each once, with spaces between them. */
  private String sorted() {
    List<String> words = new ArrayList<>(distinct);
    words.addAll(generic);
    words.sort(null);
    StringBuilder sorted = new StringBuilder(words.getFirst());
    for (int i = 1; i < words.size(); i++) {
      if (!words.get(i).equals(words.get(i - 1))) {
        sorted.append(' ').append(words.get(i));
      }
    }
    return sorted.toString();
  }

  /** Whether a Chinese name has the shape of a person's. */
  boolean looksPersonal() {
    String whole = joined();
    return cjk
        && !company
        && generic.isEmpty()
        && places.isEmpty()
        && whole.length() >= 2
        && whole.length() <= LONGEST_PERSON
        && SURNAMES.indexOf(whole.charAt(0)) >= 0;
  }
}
