package dev.winnow.bench;

import dev.winnow.bench.Population.Person;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Customers as lines of tab-separated values, for engines that are filled from a file: id, name,
 * one column for each facet in order (trees as whole paths, several values joined by semicolons),
 * spend in hundredths. A missing value is empty; there is no header.
 */
public final class Rows {
  private Rows() {}

  /** One line, without its end. */
  public static String line(Person person) {
    StringBuilder line = new StringBuilder(person.id()).append('\t').append(person.name());
    for (int facet = 0; facet < person.values().length; facet++) {
      var names = Population.FACETS.get(facet).values();
      line.append('\t')
          .append(
              IntStream.of(person.values()[facet])
                  .mapToObj(names::get)
                  .collect(Collectors.joining(";")));
    }
    return line.append('\t').append(person.spend() < 0 ? "" : person.spend()).toString();
  }

  /** Writes the customers from {@code from} to before {@code to} in one of their revisions. */
  public static void write(Population population, long from, long to, Path file, int revision)
      throws IOException {
    write(population, from, to, file, revision, _ -> true, Rows::line);
  }

  /** Writes those of the customers whose index is wanted, in a form of the caller's. */
  static void write(
      Population population,
      long from,
      long to,
      Path file,
      int revision,
      LongPredicate wanted,
      Function<Person, String> form)
      throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (long index = from; index < to; index++) {
        if (wanted.test(index)) {
          out.write(form.apply(population.at(index, revision)));
          out.write('\n');
        }
      }
    }
  }
}
