package dev.winnow.mapping;

import dev.winnow.mapping.ColumnMapping.Lookup;
import dev.winnow.tables.ColumnProfile;
import dev.winnow.tables.ColumnProfile.Content;
import dev.winnow.tables.ColumnProfile.Count;
import dev.winnow.tables.ColumnProfile.Form;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the profile of a column says of its meaning.
 *
 * @param ofThings whether it is of another table that lists products or the like, not customers
 */
record ColumnClues(ColumnProfile profile, NameMatch.HeaderName name, boolean ofThings) {
  private static final Pattern LEGAL_FORM =
      Pattern.compile(
          "公司$|厂$|商行$|经营部$|事务所$|合作社$|集团$|超市$|医院$|大学$|学校$|酒店$|中心$|商店$"
              + "|(?i:\\b(?:inc|ltd|llc|llp|plc|corp|corporation|company|co|gmbh|ag|kg|ohg|ug|e\\.?k|mbh|"
              + "s\\.?a|s\\.?a\\.?s|sarl|s\\.?l|s\\.?r\\.?l|s\\.?p\\.?a|b\\.?v|n\\.?v|a/s|aps|ab|oy|group|holdings?|limited|pty|pte|bhd|&"
              + " sons|partners|bank|foods|industries|stores?|markets?)\\.?$)");
  private static final Pattern TIMESTAMP = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[ T]\\d{2}:\\d{2}");
  private static final Pattern CODE = Pattern.compile("[\\p{Alnum}_./#-]{1,40}");
  private static final Pattern PERSON =
      Pattern.compile("\\p{Lu}[\\p{L}'’.-]+(?: \\p{Lu}[\\p{L}'’.-]*){1,3}");
  private static final Pattern CHINESE_PERSON =
      Pattern.compile(
          "[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻苏潘葛范彭郎鲁韦马苗花方俞任袁柳"
              + "唐费薛雷贺倪汤罗毕郝安常于傅齐康伍余顾孟黄穆萧尹姚邵汪祁毛戴宋庞熊纪舒屈项祝董梁杜阮蓝闵季贾江童郭梅林"
              + "钟徐邱骆高夏蔡田樊胡凌霍万卢莫房解丁邓单洪包左石崔龚程陆侯段巫白蒲赖武刘叶龙谭曾关廖][\\p{IsHan}]{1,2}");

  /**
   * @param lookups whose columns are named after them
   */
  static ColumnClues of(ColumnProfile profile, List<Lookup> lookups) {
    Optional<Lookup> of =
        lookups.stream().filter(lookup -> profile.name().startsWith(lookup.column(""))).findFirst();
    String name = of.map(lookup -> said(lookup, profile.name())).orElse(profile.name());
    boolean things = of.filter(lookup -> TableKind.listsThings(lookup.file())).isPresent();
    return new ColumnClues(profile, NameMatch.HeaderName.of(name), things);
  }

  /** A name of one word, such as date or name, is that of the other table's thing. */
  private static String said(Lookup lookup, String column) {
    String own = column.substring(lookup.column("").length());
    return HeaderWords.of(own).size() == 1 ? JoinKey.thing(lookup.file()) + " " + own : own;
  }

  Content content() {
    return profile.content();
  }

  boolean isForm(Form form) {
    return content() instanceof ColumnProfile.Like(Form is) && is == form;
  }

  boolean isEmpty() {
    return content() instanceof ColumnProfile.Empty;
  }

  boolean isNumber() {
    return content() instanceof ColumnProfile.Numbers;
  }

  boolean isWhole() {
    return content() instanceof ColumnProfile.Numbers numbers && numbers.whole();
  }

  boolean isDate() {
    return content() instanceof ColumnProfile.Dates
        || (content() instanceof ColumnProfile.Words
            && values().stream().allMatch(value -> TIMESTAMP.matcher(value).lookingAt()));
  }

  /** Written as 17850.0 though it stands for something. */
  boolean isNumberedCode() {
    return content() instanceof ColumnProfile.Numbers numbers && numbers.codes();
  }

  /** It could stand for something: digits and letters without blanks. */
  boolean looksLikeCode() {
    return isForm(Form.CODE)
        || isNumberedCode()
        || isWhole()
        || (content() instanceof ColumnProfile.Words
            && values().stream().allMatch(value -> CODE.matcher(value).matches()));
  }

  /** Its values could be somebody's. */
  boolean couldTellApart() {
    return !isEmpty() && !isDate() && (!isNumber() || looksLikeCode());
  }

  /** Every row has one. */
  boolean isFull() {
    return profile.filled() == profile.rows() && profile.rows() > 0;
  }

  /** No two rows have the same, as far as is known. */
  boolean isUnique() {
    return isFull()
        && (profile.distinct() == profile.rows()
            || (profile.distinct() == ColumnProfile.MANY
                && profile.top().stream().allMatch(count -> count.count() == 1)));
  }

  /** Among too many values to tell, none was come across twice. */
  boolean mayBeUnique() {
    return isFull()
        && profile.distinct() == ColumnProfile.MANY
        && profile.top().stream().allMatch(count -> count.count() <= ColumnProfile.ONCE);
  }

  /** How many of the filled cells differ, from 0 to 1. */
  double variety() {
    if (profile.filled() == 0) {
      return 0;
    }
    return profile.distinct() == ColumnProfile.MANY
        ? 1
        : profile.distinct() / (double) profile.filled();
  }

  /** The values that are known, without how often they occur. */
  List<String> values() {
    return Stream.concat(profile.top().stream().map(Count::value), profile.examples().stream())
        .distinct()
        .toList();
  }

  double shareOfCompanies() {
    return share(LEGAL_FORM, true);
  }

  double shareOfPersons() {
    return Math.max(share(PERSON, false), share(CHINESE_PERSON, false));
  }

  private double share(Pattern pattern, boolean anywhere) {
    List<String> values = values();
    return values.stream()
            .filter(
                value ->
                    anywhere ? pattern.matcher(value).find() : pattern.matcher(value).matches())
            .count()
        / (double) Math.max(1, values.size());
  }

  /** The share of the cells that the finder knows, weighted by how often they occur. */
  double shareKnown(ValueFinder finder) {
    List<Count> top = profile.top();
    if (top.isEmpty()) {
      List<String> values = values();
      return values.stream().filter(value -> finder.find(value).isPresent()).count()
          / (double) Math.max(1, values.size());
    }
    long all = top.stream().mapToLong(Count::count).sum();
    long known =
        top.stream()
            .filter(count -> finder.find(count.value()).isPresent())
            .mapToLong(Count::count)
            .sum();
    return known / (double) Math.max(1, all);
  }
}
