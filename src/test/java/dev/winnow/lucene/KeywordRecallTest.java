package dev.winnow.lucene;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
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
  private static final Map<String, String> READINGS =
      Map.ofEntries(
          Map.entry("银行", "yinhang"),
          Map.entry("重庆", "chongqing"),
          Map.entry("厦门", "xiamen"),
          Map.entry("厦工", "xiagong"),
          Map.entry("华厦", "huaxia"),
          Map.entry("音乐", "yinyue"),
          Map.entry("长", "chang"),
          Map.entry("成长", "chengzhang"),
          Map.entry("东阿", "donge"),
          Map.entry("朝阳", "chaoyang"),
          Map.entry("重药", "chongyao"),
          Map.entry("重工", "zhonggong"),
          Map.entry("西藏", "xizang"),
          Map.entry("大藏", "dazang"));

  private final Transliterator icu =
      Transliterator.getInstance("Han-Latin; NFD; [:Nonspacing Mark:] Remove; NFC");

  @TempDir Path folder;

  private record Company(String id, String name, String fullName, String englishName) {}

  private record Case(Company company, String text) {}

  @Test
  void companies_are_among_the_first_hits() throws Exception {
    assumeTrue(Files.exists(FILE), "skipped: there is no " + FILE);
    long seed = Long.getLong("winnow.seed", System.nanoTime());
    System.out.println("seed: -Dwinnow.seed=" + seed);
    List<Company> all = read();
    Map<String, Integer> held = gramsHeld(all);
    Random random = new Random(seed);
    List<Company> drawn = new ArrayList<>(all);
    Collections.shuffle(drawn, random);
    drawn = drawn.subList(0, DRAWN);
    try (LookupIndex index = filled(all);
        LookupIndex.Reader reader = index.open()) {
      Measure measure = new Measure(reader, new KeywordQuery(schema()));
      List<Case> parts = cases(drawn, c -> gram(c.fullName, random));
      Share any = measure.of("part of a name, any 4", parts);
      Share rare =
          measure.of(
              "part of a name, held by <= 5",
              parts.stream().filter(c -> held.getOrDefault(c.text, 0) <= RARE).toList());
      Share pinyin = measure.of("full pinyin", cases(drawn, c -> pinyin(c.name)));
      Share initials = measure.of("initials", cases(drawn, c -> initials(c.name)));
      Map<String, Integer> words = wordsHeld(all);
      List<Case> typos = cases(drawn, c -> typo(word(c.englishName, random, words, false), random));
      measure.of("English word, one typo", typos);
      List<Case> rareTypos =
          cases(drawn, c -> typo(word(c.englishName, random, words, true), random));
      Share typo = measure.of("rare English word, one typo", rareTypos);
      System.out.println(any + " " + rare + " " + pinyin + " " + initials + " " + typo);
    }
  }

  record Share(double first5, double first10) {}

  private record Measure(LookupIndex.Reader reader, KeywordQuery query) {
    Share of(String name, List<Case> cases) {
      int first5 = 0;
      int first10 = 0;
      int none = 0;
      StringBuilder misses = new StringBuilder();
      for (Case c : cases) {
        List<String> ids = reader.ids(query.ranking(c.text), 1000);
        int place = ids.indexOf(c.company.id);
        none += place < 0 ? 1 : 0;
        first5 += place >= 0 && place < 5 ? 1 : 0;
        first10 += place >= 0 && place < 10 ? 1 : 0;
        if (place < 0 || place >= 5) {
          misses.append(
              c.text + " " + c.company.name + " at " + place + " of " + ids.size() + ", ");
        }
      }
      int n = cases.size();
      System.out.printf(
          "%-30s %4d  first 5 %5.1f %%  first 10 %5.1f %%  not in 1000: %d%n",
          name, n, 100.0 * first5 / n, 100.0 * first10 / n, none);
      System.out.println("   " + misses.substring(0, Math.min(1500, misses.length())));
      return new Share((double) first5 / n, (double) first10 / n);
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

  private static String gram(String name, Random random) {
    return name.length() < 4 ? name : gramAt(name, random.nextInt(name.length() - 3));
  }

  private static String gramAt(String name, int at) {
    return name.substring(at, at + 4);
  }

  private static Map<String, Integer> gramsHeld(List<Company> companies) {
    Map<String, Integer> held = new HashMap<>();
    for (Company company : companies) {
      Map<String, Integer> own = new LinkedHashMap<>();
      for (int i = 0; i + 4 <= company.fullName.length(); i++) {
        own.put(gramAt(company.fullName, i), 1);
      }
      own.forEach((gram, one) -> held.merge(gram, one, Integer::sum));
    }
    return held;
  }

  private static Map<String, Integer> wordsHeld(List<Company> companies) {
    Map<String, Integer> held = new HashMap<>();
    for (Company company : companies) {
      List.of(company.englishName.toLowerCase(java.util.Locale.ROOT).split("[^a-z]+")).stream()
          .distinct()
          .forEach(word -> held.merge(word, 1, Integer::sum));
    }
    return held;
  }

  private static String word(
      String englishName, Random random, Map<String, Integer> held, boolean rare) {
    List<String> words =
        List.of(englishName.toLowerCase(java.util.Locale.ROOT).split("[^a-z]+")).stream()
            .filter(w -> w.length() >= 4 && (!rare || held.getOrDefault(w, 0) <= RARE))
            .toList();
    return words.isEmpty() ? "" : words.get(random.nextInt(words.size()));
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
    name.chars()
        .filter(Character::isIdeographic)
        .forEach(c -> syllables.add(icu.transliterate(Character.toString(c))));
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
