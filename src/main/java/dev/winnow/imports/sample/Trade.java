package dev.winnow.imports.sample;

import java.util.List;

/**
 * What a company does.
 *
 * @param path in the industry tree
 * @param chinese words for it in names of companies
 * @param english the same in English
 */
record Trade(String path, List<String> chinese, List<String> english, double weight) {
  static final Weighted<Trade> ALL =
      Weighted.by(
          Lists.rows("trades.tsv").stream()
              .map(
                  row ->
                      new Trade(
                          row[0],
                          List.of(row[1].split(",")),
                          List.of(row[2].split(",")),
                          Double.parseDouble(row[3])))
              .toList(),
          Trade::weight);
}
