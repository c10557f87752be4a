package dev.winnow.matching;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A postal address taken apart. Numbers tell neighbours apart, so they weigh most; which of the
 * other words are written varies.
 *
 * @param street what tells the street from others: two characters before 路, or the first word that
 *     is not of all addresses
 * @param numbers house, building, floor and room, in the order written
 * @param grams pairs of neighbouring characters of a Chinese address, words of another
 */
record Address(String street, List<String> numbers, Set<String> grams) {
  private static final Pattern STREET =
      Pattern.compile("(\\p{IsHan}{2})(?:大道|大街|公路|路|街(?!道)|巷|弄|道|胡同)");
  private static final Pattern ORDINAL = Pattern.compile("(?<=\\d)(st|nd|rd|th)\\b");
  private static final Pattern BETWEEN = Pattern.compile("[\\s\\d]+");
  private static final Pattern GERMAN = Pattern.compile("(strasse|str)$");
  private static final Pattern NUMBER = Pattern.compile("\\d+[a-z]?(?![a-z])");
  private static final Pattern UNITS =
      Pattern.compile("特别行政区|自治区|开发区|街道|大道|大街|公路|单元|号楼|[省市区县镇乡村路街巷弄道号栋幢座楼层室院内]");
  private static final Map<String, String> SPELLINGS =
      Map.ofEntries(
          Map.entry("rd", "road"),
          Map.entry("ave", "avenue"),
          Map.entry("av", "avenue"),
          Map.entry("avda", "avenida"),
          Map.entry("blvd", "boulevard"),
          Map.entry("bd", "boulevard"),
          Map.entry("ln", "lane"),
          Map.entry("dr", "drive"),
          Map.entry("sq", "square"),
          Map.entry("pl", "place"),
          Map.entry("hwy", "highway"),
          Map.entry("bldg", "building"),
          Map.entry("fl", "floor"),
          Map.entry("apt", "apartment"),
          Map.entry("ste", "suite"),
          Map.entry("n", "north"),
          Map.entry("s", "south"),
          Map.entry("e", "east"),
          Map.entry("w", "west"));
  private static final Set<String> FILLERS =
      Set.of(
          ("road street st str strasse avenue avenida boulevard lane drive square place highway"
                  + " building floor apartment suite room unit no nr num rue de la le via calle"
                  + " north south east west the of box po")
              .split(" "));

  /** The address; empty when nothing in it can be compared. */
  static Optional<Address> of(String written) {
    String text = ORDINAL.matcher(Texts.words(written)).replaceAll("");
    List<String> numbers = new ArrayList<>();
    Matcher number = NUMBER.matcher(text);
    while (number.find()) {
      numbers.add(Texts.withoutZeros(number.group()));
    }
    Set<String> grams = new HashSet<>();
    Optional<String> first = Optional.empty();
    for (String each : BETWEEN.split(text, -1)) {
      String word = spelled(each);
      if (word.chars().anyMatch(c -> Texts.isCjk((char) c))) {
        String bare = UNITS.matcher(word).replaceAll("");
        for (int i = 0; i + 1 < bare.length(); i++) {
          grams.add(bare.substring(i, i + 2));
        }
      } else if (word.length() > 1 && !FILLERS.contains(word)) {
        grams.add(word);
        first = first.isEmpty() ? Optional.of(word) : first;
      }
    }
    Matcher road = STREET.matcher(text);
    String street = road.find() ? road.group(1) : first.orElse("");
    return grams.isEmpty() ? Optional.empty() : Optional.of(new Address(street, numbers, grams));
  }

  /** German writes the street as the end of a word, and that in two ways. */
  private static String spelled(String word) {
    String whole = SPELLINGS.getOrDefault(word, word);
    return whole.length() > 6 ? GERMAN.matcher(whole).replaceFirst("") : whole;
  }

  /** Equal for addresses of the same house; empty when there is no number. */
  Optional<String> key() {
    return numbers.isEmpty() || street.isEmpty()
        ? Optional.empty()
        : Optional.of(street + "|" + numbers.getFirst());
  }

  /** How much of the words is the same, from 0 to 1. */
  double similarity(Address other) {
    long common = grams.stream().filter(other.grams::contains).count();
    return 2.0 * common / (grams.size() + other.grams.size());
  }
}
