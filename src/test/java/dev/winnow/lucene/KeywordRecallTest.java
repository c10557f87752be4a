package dev.winnow.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.ibm.icu.text.Transliterator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.winnow.customer.Customer;
import dev.winnow.customer.FieldValue.Words;
import dev.winnow.schema.Field;
import dev.winnow.schema.Field.Traits;
import dev.winnow.schema.Label;
import dev.winnow.schema.Schema;
import dev.winnow.schema.Schema.SearchSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How often a company is among the first hits for a part of its name, its pinyin, its initials or a
 * misspelt English word, over the companies listed in China.
 */
final class KeywordRecallTest {
  private static final Path FILE = Path.of("../shared/data/cn_a_share/a_share_companies.csv");
  private static final int DRAWN = 500;
  private static final int RARE = 5;

  /** Words whose reading ICU, which goes character by character, does not get right. */
  private static final Map<String, List<String>> READINGS =
      Stream.of(
              "银行 yin hang",
              "行业 hang ye",
              "重庆 chong qing",
              "重药 chong yao",
              "厦门 xia men",
              "厦工 xia gong",
              "厦钨 xia wu",
              "大厦 da sha",
              "音乐 yin yue",
              "乐山 le shan",
              "长城 chang cheng",
              "长江 chang jiang",
              "长春 chang chun",
              "长沙 chang sha",
              "长安 chang an",
              "长虹 chang hong",
              "成长 cheng zhang",
              "东阿 dong e",
              "朝阳 chao yang",
              "西藏 xi zang",
              "藏格 zang ge",
              "绿 lv",
              "旅 lv",
              "铝 lv",
              "女 nv",
              "吕 lv",
              "宝藏 bao zang",
              "会稽 kuai ji",
              "会计 kuai ji",
              "曾 zeng",
              "都市 du shi",
              "成都 cheng du",
              "传奇 chuan qi",
              "传媒 chuan mei",
              "弹簧 tan huang",
              "调味 tiao wei",
              "蚌埠 beng bu",
              "六安 lu an",
              "柏 bai",
              "石 shi",
              "参 shen",
              "角 jiao",
              "大夫 dai fu",
              "数据 shu ju",
              "朴 pu",
              "奇 qi",
              "车 che",
              "重 zhong",
              "厦 xia")
          .map(line -> List.of(line.split(" ")))
          .collect(Collectors.toMap(List::getFirst, line -> line.subList(1, line.size())));

  private final Transliterator icu =
      Transliterator.getInstance("Han-Latin; NFD; [:Nonspacing Mark:] Remove; NFC");

  @TempDir Path folder;

  private record Company(String id, String name, String fullName, String englishName) {}

  private record Case(Company company, String text) {}

  @Test
  void companies_are_among_the_first_hits() throws Exception {
    assumeTrue(Files.exists(FILE), "skipped: there is no " + FILE);
    long seed = Long.getLong("winnow.seed", System.nanoTime());
    System.out.println("lookup of listed companies, -Dwinnow.seed=" + seed);
    Random random = new Random(seed);
    List<Company> all = read();
    List<Company> drawn = new ArrayList<>(all);
    Collections.shuffle(drawn, random);
    drawn = drawn.subList(0, DRAWN);
    Map<String, Integer> grams = held(all, KeywordRecallTest::grams);
    Map<String, Integer> words = held(all, KeywordRecallTest::words);
    try (LookupIndex index = filled(all);
        LookupIndex.Reader reader = index.open()) {
      Measure measure = new Measure(reader, new KeywordQuery(schema()));
      List<Case> parts = cases(drawn, c -> anyOf(grams(c), random));
      List<Case> rare = parts.stream().filter(c -> grams.getOrDefault(c.text, 0) <= RARE).toList();
      List<Case> typos = cases(drawn, c -> typo(anyOf(words(c), random), random));
      List<Case> rareTypos = cases(drawn, c -> typo(anyOf(rare(words(c), words), random), random));
      assertThat(measure.of("4 characters of the name", parts)).isGreaterThan(0.4);
      assertThat(measure.of("4 characters held by few", rare)).isGreaterThan(0.97);
      assertThat(measure.of("full pinyin", cases(drawn, c -> pinyin(c.name)))).isGreaterThan(0.97);
      assertThat(measure.of("initials", cases(drawn, c -> initials(c.name)))).isGreaterThan(0.88);
      assertThat(measure.of("word with a typo", typos)).isGreaterThan(0.3);
      assertThat(measure.of("rare word with a typo", rareTypos)).isGreaterThan(0.9);
    }
  }

  private record Measure(LookupIndex.Reader reader, KeywordQuery query) {
    /** The share of cases with the company among the first five. */
    double of(String name, List<Case> cases) {
      List<String> misses = new ArrayList<>();
      int first10 = 0;
      for (Case c : cases) {
        int place =
            reader.ids(query.ranking(c.text, new Columns(schema())), 1000).indexOf(c.company.id);
        first10 += place >= 0 && place < 10 ? 1 : 0;
        if (place < 0 || place >= 5) {
          misses.add("%s→%s %d".formatted(c.text, c.company.name, place + 1));
        }
      }
      double size = cases.size();
      double first5 = 1 - misses.size() / size;
      System.out.printf(
          "%-26s %4.0f queries, first 5: %5.1f %%, first 10: %5.1f %%; missed: %s%n",
          name,
          size,
          100 * first5,
          100 * first10 / size,
          String.join(", ", misses.subList(0, Math.min(misses.size(), 12))));
      return first5;
    }
  }

  private LookupIndex filled(List<Company> companies) throws IOException {
    LookupIndex index = new LookupIndex(folder, schema(), 500);
    for (Company company : companies) {
      index.put(
          new Customer(
              company.id,
              Map.of(
                  "name", Words.of(company.name),
                  "fullname", Words.of(company.fullName),
                  "enname", Words.of(company.englishName))));
    }
    return index;
  }

  private static List<Case> cases(List<Company> companies, Function<Company, String> text) {
    return companies.stream()
        .map(company -> new Case(company, text.apply(company)))
        .filter(c -> !c.text.isEmpty())
        .toList();
  }

  private static String anyOf(List<String> texts, Random random) {
    return texts.isEmpty() ? "" : texts.get(random.nextInt(texts.size()));
  }

  private static List<String> grams(Company company) {
    String name = company.fullName;
    return IntStream.rangeClosed(0, name.length() - 4)
        .mapToObj(at -> name.substring(at, at + 4))
        .distinct()
        .toList();
  }

  private static List<String> words(Company company) {
    return Pattern.compile("[a-z]{4,}")
        .matcher(company.englishName.toLowerCase(Locale.ROOT))
        .results()
        .map(MatchResult::group)
        .distinct()
        .toList();
  }

  private static List<String> rare(List<String> words, Map<String, Integer> held) {
    return words.stream().filter(word -> held.getOrDefault(word, 0) <= RARE).toList();
  }

  /** How many companies have each text. */
  private static Map<String, Integer> held(
      List<Company> companies, Function<Company, List<String>> texts) {
    Map<String, Integer> held = new HashMap<>();
    companies.forEach(c -> texts.apply(c).forEach(text -> held.merge(text, 1, Integer::sum)));
    return held;
  }

  private static String typo(String word, Random random) {
    if (word.isEmpty()) {
      return "";
    }
    int at = random.nextInt(word.length());
    char letter = (char) ('a' + random.nextInt(26));
    StringBuilder typo = new StringBuilder(word);
    switch (random.nextInt(4)) {
      case 0 -> typo.deleteCharAt(at);
      case 1 -> typo.insert(at, letter);
      case 2 -> typo.setCharAt(at, letter);
      default -> {
        int left = Math.min(at, word.length() - 2);
        typo.setCharAt(left, word.charAt(left + 1));
        typo.setCharAt(left + 1, word.charAt(left));
      }
    }
    return typo.toString();
  }

  private String pinyin(String name) {
    StringBuilder letters = new StringBuilder();
    syllables(name).forEach(letters::append);
    return letters.toString();
  }

  private String initials(String name) {
    StringBuilder letters = new StringBuilder();
    syllables(name).forEach(s -> letters.append(s.charAt(0)));
    return letters.toString();
  }

  /** The readings of the Chinese characters in a name; what is not Chinese is left out. */
  private List<String> syllables(String name) {
    List<String> syllables = new ArrayList<>();
    for (int i = 0; i < name.length(); ) {
      String pair = name.substring(i, Math.min(i + 2, name.length()));
      String single = name.substring(i, i + 1);
      String known = READINGS.containsKey(pair) ? pair : single;
      if (READINGS.containsKey(known)) {
        syllables.addAll(READINGS.get(known));
      } else if (Character.isIdeographic(name.charAt(i))) {
        syllables.add(icu.transliterate(single));
      }
      i += known.length();
    }
    return syllables;
  }

  private static List<Company> read() throws IOException {
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(FILE)) {
      return csv.stream()
          .map(
              row ->
                  new Company(
                      row.getField("ts_code"),
                      row.getField("name"),
                      row.getField("fullname"),
                      row.getField("enname")))
          .toList();
    }
  }

  private static Schema schema() {
    List<Field> fields = new ArrayList<>();
    for (String name : List.of("name", "fullname", "enname")) {
      Traits traits = new Traits(name, new Label(name, name), false, false, false, false, true);
      fields.add(new Field.Text(traits));
    }
    List<String> weak = List.of("有限公司", "股份有限公司", "co", "ltd", "company", "limited");
    return Schema.of(fields, "name", new SearchSettings(List.of(), weak, ""));
  }
}
