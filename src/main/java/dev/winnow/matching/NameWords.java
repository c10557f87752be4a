package dev.winnow.matching;

import dev.winnow.matching.Parts.Part;
import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import dev.winnow.schema.TreePath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Words that say little in a name: legal forms and places as configured, and those of trades. All
 * folded, with single spaces between words.
 *
 * @param forms legal forms and fillers
 * @param places the names of the known places in both languages
 * @param trades what companies do
 */
record NameWords(WordSet forms, WordSet places, WordSet trades) {
  /** Words of the longest entry that is looked for. */
  static final int MOST_WORDS = 5;

  /** Short names end in it, though it is no legal form by itself. */
  private static final String STOCK = "股份";

  private static final Map<String, String> FAMILIES =
      Map.ofEntries(
          Map.entry("有限公司", "limited-cn"),
          Map.entry("有限责任公司", "limited-cn"),
          Map.entry("集团有限公司", "limited-cn"),
          Map.entry("股份有限公司", "stock-cn"),
          Map.entry("股份公司", "stock-cn"),
          Map.entry(STOCK, "stock-cn"),
          Map.entry("集团股份有限公司", "stock-cn"),
          Map.entry("合伙企业", "partnership"),
          Map.entry("有限合伙", "partnership"),
          Map.entry("普通合伙", "partnership"),
          Map.entry("个体工商户", "sole"),
          Map.entry("个人独资企业", "sole"),
          Map.entry("商行", "sole"),
          Map.entry("经营部", "sole"),
          Map.entry("工作室", "sole"),
          Map.entry("事务所", "office"),
          Map.entry("农民专业合作社", "cooperative"),
          Map.entry("合作社", "cooperative"),
          Map.entry("株式会社", "kk"),
          Map.entry("ltd", "limited"),
          Map.entry("limited", "limited"),
          Map.entry("co ltd", "limited"),
          Map.entry("company limited", "limited"),
          Map.entry("private limited", "limited"),
          Map.entry("pte ltd", "limited"),
          Map.entry("pvt ltd", "limited"),
          Map.entry("pty ltd", "limited"),
          Map.entry("group co ltd", "limited"),
          Map.entry("inc", "incorporated"),
          Map.entry("incorporated", "incorporated"),
          Map.entry("corp", "incorporated"),
          Map.entry("corporation", "incorporated"),
          Map.entry("llc", "llc"),
          Map.entry("llp", "partnership"),
          Map.entry("lp", "partnership"),
          Map.entry("plc", "plc"),
          Map.entry("gmbh", "gmbh"),
          Map.entry("gmbh co kg", "gmbh-kg"),
          Map.entry("kg", "kg"),
          Map.entry("ohg", "ohg"),
          Map.entry("ag", "ag"),
          Map.entry("e v", "association"),
          Map.entry("ev", "association"),
          Map.entry("sa", "sa"),
          Map.entry("sas", "sas"),
          Map.entry("sarl", "sarl"),
          Map.entry("spa", "spa"),
          Map.entry("srl", "srl"),
          Map.entry("bv", "bv"),
          Map.entry("nv", "nv"),
          Map.entry("ab", "ab"),
          Map.entry("oy", "oy"));

  static NameWords of(Schema schema, Parts parts) {
    Set<String> places = new HashSet<>();
    for (String name : parts.of(Part.REGIONS)) {
      if (schema.field(name).orElse(null) instanceof Field.Tree tree) {
        tree.values()
            .forEach(
                known -> {
                  places.add(NameReader.spaced(TreePath.name(known.value())));
                  places.add(NameReader.spaced(known.label().en()));
                });
      }
    }
    Set<String> forms = new HashSet<>();
    schema.search().weakWords().stream().map(NameReader::spaced).forEach(forms::add);
    forms.removeAll(places);
    forms.remove("");
    forms.add(STOCK);
    places.remove("");
    return new NameWords(new WordSet(forms), new WordSet(places), Trades.ALL);
  }

  /** The family of a legal form; empty for words that say nothing of it, such as 公司. */
  static String family(String form) {
    return FAMILIES.getOrDefault(form, "");
  }

  /** Read on first use only. */
  private static final class Trades {
    private static final WordSet ALL = read();

    private static WordSet read() {
      try (InputStream in =
              Objects.requireNonNull(NameWords.class.getResourceAsStream("trades.txt"));
          var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        Set<String> words = new HashSet<>();
        reader
            .lines()
            .filter(line -> !line.startsWith("#"))
            .forEach(line -> words.addAll(Set.of(line.strip().split("\\s+"))));
        return new WordSet(words);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
