package dev.winnow.web;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.winnow.customer.Customer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a test knows of a customer without asking the service.
 *
 * @param industry path in the industry tree; empty when it has none
 * @param region path in the region tree; empty when it has none
 * @param spend in hundredths; -1 when unknown
 */
public record Known(String id, String industry, String region, long spend) {
  private static final Map<String, String> AREAS = Map.of("深圳", "广东/深圳", "内蒙", "内蒙古");

  static Known of(Customer customer) {
    return new Known(
        customer.id(),
        String.join("", customer.words("industry")),
        String.join("", customer.words("region")),
        customer.amount("total_spend").orElse(-1));
  }

  /** A row of the listed companies. */
  public static Known company(NamedCsvRecord row) {
    return new Known("A-" + row.getField("ts_code"), row.getField("industry"), regionOf(row), -1);
  }

  /** A row of the trading company's customers. */
  static Known trader(NamedCsvRecord row) {
    return new Known("N-" + row.getField("customerID"), "", "", -1);
  }

  private static String regionOf(NamedCsvRecord row) {
    String area = row.getField("area");
    return area.isEmpty() ? "" : "中国/" + AREAS.getOrDefault(area, area);
  }

  boolean isIn(String industry) {
    return under(industry, this.industry);
  }

  boolean livesIn(String node) {
    return under(node, region);
  }

  static Predicate<Known> spends(long atLeast) {
    return known -> known.spend >= atLeast * 100;
  }

  /** The values on one level of a tree, the most frequent first. */
  static List<String> mostFrequent(
      Collection<Known> all, Function<Known, String> path, String parent) {
    String prefix = parent.isEmpty() ? "" : parent + "/";
    Map<String, Long> counts =
        all.stream()
            .map(path)
            .filter(value -> !value.isEmpty() && value.startsWith(prefix))
            .map(value -> prefix + value.substring(prefix.length()).split("/", 2)[0])
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    List<String> values = new ArrayList<>(counts.keySet());
    values.sort((a, b) -> Long.compare(counts.getOrDefault(b, 0L), counts.getOrDefault(a, 0L)));
    return values;
  }

  private static boolean under(String node, String path) {
    return path.equals(node) || path.startsWith(node + "/");
  }
}
