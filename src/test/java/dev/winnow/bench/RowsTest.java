package dev.winnow.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.bench.Population.Person;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RowsTest {
  private static final Population POPULATION = new Population(7);

  @Test
  void a_file_has_a_line_for_each_customer_with_all_its_values(@TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("customers.tsv");
    Rows.write(POPULATION, 10, 60, file, 1);
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(50);
    for (int i = 0; i < lines.size(); i++) {
      Person person = POPULATION.at(10 + i, 1);
      String[] cells = lines.get(i).split("\t", -1);
      assertThat(cells).hasSize(Population.FACETS.size() + 3);
      assertThat(cells).startsWith(person.id(), person.name());
      assertThat(cells).endsWith(person.spend() < 0 ? "" : Long.toString(person.spend()));
      for (int facet = 0; facet < Population.FACETS.size(); facet++) {
        List<String> names = Population.FACETS.get(facet).values();
        List<String> values = IntStream.of(person.values()[facet]).mapToObj(names::get).toList();
        assertThat(cells[2 + facet]).isEqualTo(String.join(";", values));
      }
    }
  }

  @Test
  void the_leaves_below_a_tree_node_are_a_range_of_codes() {
    Codes regions = Codes.of("region");
    List<Integer> below = regions.codes(List.of("region03"));
    assertThat(below).hasSize(11);
    assertThat(below.getLast() - below.getFirst()).isEqualTo(10);
    assertThat(regions.values().get(below.getFirst())).isEqualTo("region03/region03-00");
  }

  @Test
  void counts_of_leaves_add_up_to_those_of_the_nodes_above() {
    Codes regions = Codes.of("region");
    long[] counts = new long[regions.values().size()];
    counts[regions.codes(List.of("region03/region03-00")).getFirst()] = 5;
    counts[regions.codes(List.of("region03/region03-07")).getFirst()] = 2;
    assertThat(regions.byValue(counts))
        .isEqualTo(Map.of("region03", 7L, "region03/region03-00", 5L, "region03/region03-07", 2L));
  }

  @Test
  void sql_counts_a_facet_without_its_own_filter() {
    Screens.Screen screen =
        new Screens.Screen(
            List.of(
                new Screens.Filter.In("region", List.of("region03")),
                new Screens.Filter.Spend(100, 200)));
    FacetSql.Form form = new FacetSql.Form(FacetSql.Shape.PER_FACET, false);
    assertThat(FacetSql.screen(PostgresPeer.Words.ARRAY, form, screen))
        .contains(
            "SELECT 0, CAST(NULL AS SMALLINT), count(*) FROM c"
                + " WHERE spend >= 100 AND spend < 200 AND region BETWEEN 33 AND 43",
            "SELECT 3, region, count(*) FROM c WHERE spend >= 100 AND spend < 200"
                + " GROUP BY region");
  }
}
