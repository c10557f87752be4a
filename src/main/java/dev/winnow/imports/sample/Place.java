package dev.winnow.imports.sample;

import java.util.Arrays;
import java.util.List;

/**
 * Where a customer is.
 *
 * @param path in the region tree
 * @param name as it stands in names of companies
 * @param latin the same in Latin letters
 * @param dialling area code, abroad with the country's
 * @param domain internet domain of the country
 * @param legalForms of companies; empty in China, which has its own way
 * @param street how an address is written; empty in China
 */
record Place(
    String path,
    String name,
    String latin,
    String dialling,
    String domain,
    List<String> legalForms,
    String street,
    double weight) {
  static final Weighted<Place> IN_CHINA =
      Weighted.by(Lists.rows("places.tsv").stream().map(Place::inChina).toList(), Place::weight);
  static final Weighted<Place> ABROAD =
      Weighted.by(
          Lists.rows("foreign-places.tsv").stream().map(Place::abroad).toList(), Place::weight);

  boolean isInChina() {
    return legalForms.isEmpty();
  }

  private static Place inChina(String[] row) {
    String latin = Character.toUpperCase(row[2].charAt(0)) + row[2].substring(1);
    return new Place(row[0], row[1], latin, row[3], "cn", List.of(), "", weight(row[4]));
  }

  private static Place abroad(String[] row) {
    List<String> forms = Arrays.stream(row[4].split(",(?! )")).map(String::strip).toList();
    return new Place(
        row[0] + "/" + row[1], row[1], row[1], row[2], row[3], forms, row[5], weight(row[6]));
  }

  private static double weight(String cell) {
    return Double.parseDouble(cell);
  }
}
