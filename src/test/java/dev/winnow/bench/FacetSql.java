package dev.winnow.bench;

import dev.winnow.bench.Screens.Filter;
import dev.winnow.bench.Screens.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Screens as SQL over the table {@code c} (num, id, name, words, spend, and a column of codes for
 * each facet, an array where it has several values) and, for each facet of several values, a side
 * table {@code s_facet} (num, v). Statements yield rows of facet number, code and count; the facet
 * number is one more than its place in {@link Population#FACETS}, and 0 stands for the total.
 */
final class FacetSql {
  /** How a screen is asked. */
  enum Shape {
    /** A statement of its own for every facet. */
    PER_FACET,
    /** The customers who pass all filters once, as a table for all facets without a filter. */
    SHARED,
    /** All facets without a filter in one pass by grouping sets. */
    GROUPING_SETS,
    /** All facets of single values in one pass over who misses one filter at most. */
    ONE_SCAN
  }

  /**
   * A shape, and where values of facets with several come from.
   *
   * @param side from their side tables rather than the arrays
   */
  record Form(Shape shape, boolean side) {}

  /** What differs between databases. */
  interface Dialect {
    /** The array column holds one of the codes. */
    String any(String column, List<Integer> codes);

    /** The name holds the word. */
    String word(String word);

    /** Whether filters, too, may be asked of side tables. */
    boolean filtersBySide();
  }

  private static final List<Codes> SINGLE = Codes.ALL.stream().filter(c -> !c.multi()).toList();

  private final Dialect dialect;
  private final boolean side;
  private final Map<Integer, String> own = new TreeMap<>();
  private final List<String> common = new ArrayList<>();

  private FacetSql(Dialect dialect, boolean side, Screen screen) {
    this.dialect = dialect;
    this.side = side;
    for (Filter filter : screen.filters()) {
      switch (filter) {
        case Filter.In(String facet, List<String> values) -> {
          Codes codes = Codes.of(facet);
          own.put(number(codes), in(codes, codes.codes(values)));
        }
        case Filter.Spend(long from, long to) ->
            common.add("spend >= %d AND spend < %d".formatted(from, to));
        case Filter.Word(String word) -> common.add(dialect.word(word));
      }
    }
  }

  /** The statements that answer a screen together. */
  static List<String> screen(Dialect dialect, Form form, Screen screen) {
    FacetSql sql = new FacetSql(dialect, form.side(), screen);
    String all = sql.where(-1);
    return switch (form.shape()) {
      case PER_FACET -> sql.perFacet("c", all);
      case SHARED ->
          List.of(
              "WITH m AS MATERIALIZED (SELECT %s FROM c%s) ".formatted(sql.counted(), all)
                  + String.join(" UNION ALL ", sql.perFacet("m", "")));
      case GROUPING_SETS -> List.of(String.join(" UNION ALL ", sql.groupingSets(all)));
      case ONE_SCAN -> List.of(String.join(" UNION ALL ", sql.oneScan()));
    };
  }

  /** The statement that answers only with the total. */
  static String count(Dialect dialect, Form form, Screen screen) {
    return total("c", new FacetSql(dialect, form.side(), screen).where(-1));
  }

  private static String total(String table, String where) {
    return "SELECT 0, CAST(NULL AS SMALLINT), count(*) FROM " + table + where;
  }

  private List<String> perFacet(String table, String where) {
    List<String> parts = new ArrayList<>();
    parts.add(total(table, where));
    for (Codes facet : Codes.ALL) {
      boolean filtered = own.containsKey(number(facet));
      parts.add(filtered ? sideways(facet) : counts(facet, table, where));
    }
    return parts;
  }

  private List<String> groupingSets(String where) {
    List<Codes> free = SINGLE.stream().filter(facet -> !own.containsKey(number(facet))).toList();
    List<String> parts = new ArrayList<>();
    parts.add(
        "SELECT %s, COALESCE(%s), count(*) FROM c%s GROUP BY GROUPING SETS (%s, ())"
            .formatted(which(free), names(free), where, sets(free, "")));
    for (Codes facet : Codes.ALL) {
      if (own.containsKey(number(facet))) {
        parts.add(sideways(facet));
      } else if (facet.multi()) {
        parts.add(counts(facet, "c", where));
      }
    }
    return parts;
  }

  private List<String> oneScan() {
    List<String> parts = new ArrayList<>();
    parts.add(
        """
        SELECT f, v, n FROM (SELECT %s AS f, COALESCE(%s) AS v, missed, count(*) AS n
        FROM (SELECT %s, %s AS missed FROM c%s) scanned WHERE missed IS NOT NULL
        GROUP BY GROUPING SETS (%s, (missed))) counted WHERE missed = 0 OR missed = f"""
            .formatted(
                which(SINGLE),
                names(SINGLE),
                names(SINGLE),
                missed(),
                conjunction(common),
                sets(SINGLE, ", missed")));
    Codes.ALL.stream().filter(Codes::multi).map(this::sideways).forEach(parts::add);
    return parts;
  }

  /** 0 for who passes all filters, the facet's number for who misses its filter only. */
  private String missed() {
    if (own.isEmpty()) {
      return "0";
    }
    StringBuilder cases = new StringBuilder("CASE WHEN ").append(all(-1)).append(" THEN 0");
    for (int facet : own.keySet()) {
      String others = own.size() == 1 ? "true" : all(facet);
      cases.append(" WHEN ").append(others).append(" THEN ").append(facet);
    }
    return cases.append(" END").toString();
  }

  private String all(int except) {
    return own.entrySet().stream()
        .filter(entry -> entry.getKey() != except)
        .map(Map.Entry::getValue)
        .collect(Collectors.joining(" AND "));
  }

  private String sideways(Codes facet) {
    return counts(facet, "c", where(number(facet)));
  }

  private String counts(Codes facet, String table, String where) {
    int f = number(facet);
    String name = facet.name();
    if (!facet.multi()) {
      return "SELECT %d, %s, count(*) FROM %s%s GROUP BY %s".formatted(f, name, table, where, name);
    }
    if (!side) {
      return "SELECT %d, v, count(*) FROM (SELECT unnest(%s) AS v FROM %s%s) t GROUP BY v"
          .formatted(f, name, table, where);
    }
    boolean everyone = table.equals("c") && where.isEmpty();
    String join = everyone ? "" : " JOIN " + table + " USING (num)";
    return "SELECT %d, v, count(*) FROM s_%s%s%s GROUP BY v".formatted(f, name, join, where);
  }

  /** Columns of the customers who pass that are counted later. */
  private String counted() {
    return "num, "
        + names(
            Codes.ALL.stream()
                .filter(facet -> !own.containsKey(number(facet)))
                .filter(facet -> !facet.multi() || !side)
                .toList());
  }

  private String where(int except) {
    List<String> parts = new ArrayList<>(common);
    own.forEach(
        (facet, filter) -> {
          if (facet != except) {
            parts.add(filter);
          }
        });
    return conjunction(parts);
  }

  private static String conjunction(List<String> parts) {
    return parts.isEmpty() ? "" : " WHERE " + String.join(" AND ", parts);
  }

  private String in(Codes facet, List<Integer> codes) {
    String name = facet.name();
    if (facet.multi()) {
      return side && dialect.filtersBySide()
          ? "num IN (SELECT num FROM s_%s WHERE v IN (%s))".formatted(name, list(codes))
          : dialect.any(name, codes);
    }
    int first = codes.getFirst();
    int last = codes.getLast();
    return codes.size() > 1 && last - first == codes.size() - 1
        ? "%s BETWEEN %d AND %d".formatted(name, first, last)
        : "%s IN (%s)".formatted(name, list(codes));
  }

  static String list(List<Integer> codes) {
    return codes.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private static int number(Codes facet) {
    return Codes.ALL.indexOf(facet) + 1;
  }

  static String names(List<Codes> facets) {
    return facets.stream().map(Codes::name).collect(Collectors.joining(", "));
  }

  private static String sets(List<Codes> facets, String also) {
    return facets.stream()
        .map(facet -> "(" + facet.name() + also + ")")
        .collect(Collectors.joining(", "));
  }

  /** The facet's number from the bits of GROUPING, where the last column has the lowest bit. */
  private static String which(List<Codes> facets) {
    int every = (1 << facets.size()) - 1;
    return IntStream.range(0, facets.size())
        .mapToObj(
            i ->
                "WHEN %d THEN %d"
                    .formatted(every & ~(1 << (facets.size() - 1 - i)), number(facets.get(i))))
        .collect(Collectors.joining(" ", "CASE GROUPING(" + names(facets) + ") ", " ELSE 0 END"));
  }
}
