package dev.winnow.imports.sample;

import dev.winnow.imports.sample.Lists.Hanzi;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A person's name.
 *
 * @param mailbox as before the @ of an e-mail address: ASCII letters and a point
 */
record PersonName(String full, String mailbox) {
  private static final Weighted<Hanzi> SURNAMES = Weighted.falling(Lists.hanzi("surnames.txt"), 3);
  private static final Weighted<Hanzi> GIVEN = Weighted.falling(Lists.hanzi("given-names.txt"), 25);
  private static final Pattern MARKS = Pattern.compile("[^a-z]");
  private static final Weighted<Western> WESTERN_GIVEN = western("western-given-names.txt");
  private static final Weighted<Western> WESTERN_SURNAMES = western("western-surnames.txt");
  private static final double TWO_CHARACTERS = 0.78;

  /** A name and its ASCII letters. */
  private record Western(String text, String ascii) {}

  private static Weighted<Western> western(String file) {
    return Weighted.falling(
        Lists.words(file).stream().map(name -> new Western(name, ascii(name))).toList(), 40);
  }

  static PersonName chinese(RandomGenerator random) {
    Hanzi surname = SURNAMES.pick(random);
    Hanzi given = GIVEN.pick(random);
    if (random.nextDouble() < TWO_CHARACTERS) {
      given = given.plus(GIVEN.pick(random));
    }
    return new PersonName(surname.text() + given.text(), given.pinyin() + "." + surname.pinyin());
  }

  static PersonName western(RandomGenerator random) {
    Western given = WESTERN_GIVEN.pick(random);
    Western surname = WESTERN_SURNAMES.pick(random);
    return new PersonName(
        given.text() + " " + surname.text(), given.ascii() + "." + surname.ascii());
  }

  /** A Western family name alone. */
  static String family(RandomGenerator random) {
    return WESTERN_SURNAMES.pick(random).text();
  }

  static PersonName from(Place place, RandomGenerator random) {
    return place.isInChina() ? chinese(random) : western(random);
  }

  /** Lower-case letters only, without accents. */
  static String ascii(String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    return MARKS.matcher(decomposed.replace("ø", "o").replace("ß", "ss")).replaceAll("");
  }

  /**
   * As many different names as wanted, a sixth of them western; the same for the same generator.
   */
  static List<String> colleagues(RandomGenerator random, int count) {
    return Stream.generate(() -> random.nextInt(6) == 0 ? western(random) : chinese(random))
        .map(PersonName::full)
        .distinct()
        .limit(count)
        .toList();
  }
}
