package dev.winnow.imports;

import dev.winnow.imports.Report.Trouble;
import dev.winnow.problem.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What is wrong with the cells of a column, with the same troubles of many cells as one. */
final class Troubles {
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
  private static final int MOST = 20;
  private static final int MOST_ROWS = 5;

  private final Map<String, Found> byDetail = new LinkedHashMap<>();

  private static final class Found {
    private final String detail;
    private final List<Long> rows = new ArrayList<>();
    private long count;

    private Found(String detail) {
      this.detail = detail;
    }
  }

  void add(long row, Fault fault) {
    String kind = QUOTED.matcher(fault.detail()).replaceAll("…") + fault.expected();
    Found found = byDetail.get(kind);
    if (found == null) {
      if (byDetail.size() == MOST) {
        return;
      }
      found =
          new Found(fault.detail() + (fault.expected().isEmpty() ? "" : " " + fault.expected()));
      byDetail.put(kind, found);
    }
    found.count++;
    if (found.rows.size() < MOST_ROWS) {
      found.rows.add(row);
    }
  }

  List<Trouble> list() {
    return byDetail.values().stream()
        .map(found -> new Trouble(found.detail, found.count, List.copyOf(found.rows)))
        .toList();
  }
}
