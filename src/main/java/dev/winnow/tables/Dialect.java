package dev.winnow.tables;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.winnow.tables.TableFormat.Delimited;
import dev.winnow.tables.TableFormat.Header;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Delimiter, quote and header of a text: the delimiter is the one at which most lines fall into the
 * same number of cells.
 *
 * @param isClear whether that is so for nearly all lines
 */
record Dialect(char delimiter, char quote, Header header, boolean isClear) {
  private static final String DELIMITERS = ",;\t|^~\u0001\u001F";
  private static final int ROWS = 1000;
  private static final double CLEAR = 0.3;

  /** Below this there is one column only. */
  private static final double HOPELESS = 0.1;

  /**
   * @param head the beginning of the file; its last line may be cut off
   */
  static Dialect of(String head) {
    if (head.regionMatches(true, 0, "sep=", 0, 4) && head.length() > 5 && head.indexOf('\n') <= 6) {
      char delimiter = head.charAt(4);
      Delimited format = format(delimiter, '"', new Header(1, 0));
      Header found = HeaderDetector.of(rows(head, format), 1);
      return new Dialect(delimiter, '"', found, true);
    }
    char best = ',';
    double bestScore = 0;
    for (int i = 0; i < DELIMITERS.length(); i++) {
      char delimiter = DELIMITERS.charAt(i);
      if (head.indexOf(delimiter) >= 0) {
        double score = score(rows(head, format(delimiter, '"', Header.NONE)), delimiter);
        if (score > bestScore) {
          best = delimiter;
          bestScore = score;
        }
      }
    }
    if (bestScore < HOPELESS) {
      best = absent(head);
    }
    char quote = quote(head, best);
    List<Row> rows = rows(head, format(best, quote, Header.NONE));
    return new Dialect(best, quote, HeaderDetector.of(rows, 0), bestScore >= CLEAR);
  }

  private static char absent(String head) {
    int i = 0;
    while (i < 3 && head.indexOf(DELIMITERS.charAt(i)) >= 0) {
      i++;
    }
    return DELIMITERS.charAt(i);
  }

  Delimited format(Charset charset) {
    return new Delimited(charset, delimiter, quote, header);
  }

  private static Delimited format(char delimiter, char quote, Header header) {
    return new Delimited(StandardCharsets.UTF_8, delimiter, quote, header);
  }

  /** The first rows of the text, without the last, which may be cut off. */
  private static List<Row> rows(String head, Delimited format) {
    List<Row> rows = new ArrayList<>();
    try (var csv = CsvSource.parser(format, new StringReader(head))) {
      if (format.header().skip() > 0) {
        csv.skipLines(format.header().skip());
      }
      for (CsvRecord row : csv) {
        rows.add(new Row(row.getStartingLineNumber(), row.getFields()));
        if (rows.size() > ROWS) {
          break;
        }
      }
    } catch (CsvParseException e) {
      return rows;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    boolean cut = head.length() >= 1 << 17 && rows.size() <= ROWS;
    if (rows.size() > 1 && cut) {
      rows.removeLast();
    }
    return rows;
  }

  private static double score(List<Row> rows, char delimiter) {
    Map<Integer, Integer> counts = new HashMap<>();
    rows.forEach(row -> counts.merge(row.cells().size(), 1, Integer::sum));
    int width = 1;
    for (var entry : counts.entrySet()) {
      int best = counts.getOrDefault(width, 0);
      if (entry.getKey() > 1 && (width == 1 || entry.getValue() > best)) {
        width = entry.getKey();
      }
    }
    if (width == 1 || rows.isEmpty()) {
      return 0;
    }
    if (isProse(rows)) {
      return 0;
    }
    double share = (double) counts.getOrDefault(width, 0) / rows.size();
    return share * share * width / (width + 1) * (0.6 + 0.4 * tidiness(rows, delimiter));
  }

  /** Whether the first line is one cell and all that follow another begin with a blank. */
  private static boolean isProse(List<Row> rows) {
    return rows.getFirst().cells().size() == 1
        && rows.stream()
            .flatMap(row -> row.cells().stream().skip(1))
            .allMatch(cell -> cell.startsWith(" "));
  }

  /** The share of cells in which no other delimiter is left. */
  private static double tidiness(List<Row> rows, char delimiter) {
    var kinds = new Kinds(new DateScanner(), new NumberScanner());
    long cells = 0;
    long tidy = 0;
    for (Row row : rows) {
      for (String cell : row.cells()) {
        cells++;
        boolean other = false;
        for (int i = 0; i < 4; i++) {
          char c = DELIMITERS.charAt(i);
          other |= c != delimiter && cell.indexOf(c) >= 0;
        }
        tidy += !other || kinds.of(cell.strip()) != 0 ? 1 : 0;
      }
    }
    return cells == 0 ? 0 : (double) tidy / cells;
  }

  private static char quote(String head, char delimiter) {
    if (quoted(head, delimiter, '"', true) > 0) {
      boolean closes = quoted(head, delimiter, '"', false) > 0;
      return closes || quoted(head, delimiter, '"', true) < 3 ? '"' : Delimited.NO_QUOTE;
    }
    int opened = quoted(head, delimiter, '\'', true);
    return opened > 2 && opened == quoted(head, delimiter, '\'', false) ? '\'' : '"';
  }

  /**
   * How often a quote stands directly behind (opens) or before (closes) a delimiter or line end.
   */
  private static int quoted(String head, char delimiter, char quote, boolean opens) {
    int count = 0;
    for (int i = head.indexOf(quote); i >= 0; i = head.indexOf(quote, i + 1)) {
      int neighbour = opens ? i - 1 : i + 1;
      char c = neighbour < 0 || neighbour >= head.length() ? '\n' : head.charAt(neighbour);
      if (c == delimiter || c == '\n' || c == '\r') {
        count++;
      }
    }
    return count;
  }
}
