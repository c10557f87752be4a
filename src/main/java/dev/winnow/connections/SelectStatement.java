package dev.winnow.connections;

import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One SELECT, with {@code :watermark} made a parameter. This is a help against mistakes; what keeps
 * the other database as it is, is that its transaction is read-only or rolled back, and that its
 * user should have no right to write.
 *
 * @param sql with question marks
 * @param parameters how many there are
 */
public record SelectStatement(String sql, int parameters) {
  /** Longest query, in characters. */
  public static final int MAX_LENGTH = 20_000;

  /** Where the watermark goes. */
  public static final String PLACEHOLDER = ":watermark";

  private static final Set<String> FORBIDDEN =
      Set.of(
          "INTO",
          "INSERT",
          "UPDATE",
          "DELETE",
          "MERGE",
          "DROP",
          "ALTER",
          "CREATE",
          "TRUNCATE",
          "EXEC",
          "EXECUTE",
          "GRANT",
          "REVOKE",
          "CALL",
          "COMMIT");

  /**
   * Checks and reads a query.
   *
   * @throws WinnowException INVALID_CONNECTION when it is anything else than one SELECT
   */
  public static SelectStatement of(String query, DatabaseKind kind) {
    if (query.length() > MAX_LENGTH) {
      throw refused("The query is too long.", "At most %,d characters.".formatted(MAX_LENGTH));
    }
    return new Scan(query, kind).statement();
  }

  private static WinnowException refused(String detail, String expected) {
    return new WinnowException(
        ProblemCode.INVALID_CONNECTION, List.of(new Fault("/query", detail, expected)));
  }

  /** One pass over the query, which tells words from what is quoted or a comment. */
  private static final class Scan {
    private final String query;
    private final boolean brackets;
    private final boolean dollars;
    private final StringBuilder sql = new StringBuilder();
    private int at;
    private int words;
    private int parameters;

    private Scan(String query, DatabaseKind kind) {
      this.query = query;
      this.brackets = kind == DatabaseKind.SQLSERVER;
      this.dollars = kind == DatabaseKind.POSTGRESQL;
    }

    private SelectStatement statement() {
      while (at < query.length()) {
        step();
      }
      if (words == 0) {
        throw refused("There is no query.", "It is one SELECT.");
      }
      return new SelectStatement(sql.toString().strip(), parameters);
    }

    private void step() {
      char c = query.charAt(at);
      if (c == '\'' || c == '"' || c == '`') {
        quoted(c, c);
      } else if (c == '[' && brackets) {
        quoted(c, ']');
      } else if (query.startsWith("--", at)) {
        skipTo("\n");
      } else if (query.startsWith("/*", at)) {
        comment();
      } else if (c == '$' && dollars && !identifierBefore()) {
        throw refused(
            "The query has a $ outside of quotes.", "Write texts in single quotes, as 'text'.");
      } else if (c == ';') {
        end();
      } else if (c == '?') {
        throw refused(
            "The query has a ? outside of quotes.",
            "Where the last value goes, write " + PLACEHOLDER + ".");
      } else if (placeholder()) {
        sql.append('?');
        parameters++;
        at += PLACEHOLDER.length();
      } else if (Character.isJavaIdentifierStart(c)) {
        word();
      } else {
        sql.append(c);
        at++;
      }
    }

    private boolean identifierBefore() {
      return at > 0 && Character.isJavaIdentifierPart(query.charAt(at - 1));
    }

    private boolean placeholder() {
      int end = at + PLACEHOLDER.length();
      return query.startsWith(PLACEHOLDER, at)
          && (at == 0 || query.charAt(at - 1) != ':')
          && (end == query.length() || !Character.isJavaIdentifierPart(query.charAt(end)));
    }

    private void word() {
      int start = at;
      while (at < query.length() && Character.isJavaIdentifierPart(query.charAt(at))) {
        at++;
      }
      String word = query.substring(start, at);
      String upper = word.toUpperCase(Locale.ROOT);
      words++;
      if (words == 1 && !upper.equals("SELECT") && !upper.equals("WITH")) {
        throw refused("The query begins with %s.".formatted(upper), "It is one SELECT.");
      }
      if (FORBIDDEN.contains(upper)) {
        throw refused(
            "The query has the word %s.".formatted(upper),
            "It only reads. A column of that name is written in quotes.");
      }
      sql.append(word);
    }

    private void quoted(char open, char close) {
      int end = query.indexOf(close, at + 1);
      if (end < 0) {
        throw refused("A quote (%c) is not closed.".formatted(open), "");
      }
      if (query.charAt(end - 1) == '\\') {
        throw refused(
            "A backslash stands before a quote; databases read that in different ways.",
            "Double the quote instead.");
      }
      sql.append(query, at, end + 1);
      at = end + 1;
    }

    private void comment() {
      boolean runs = query.startsWith("/*!", at) || query.startsWith("/*M!", at);
      int start = at;
      skipTo("*/");
      if (runs || query.substring(start + 2, at).contains("/*")) {
        throw refused("The query has a comment within a comment, or one that is run.", "");
      }
    }

    private void skipTo(String end) {
      int found = query.indexOf(end, at + 2);
      at = found < 0 ? query.length() : found + end.length();
      sql.append(' ');
    }

    private void end() {
      if (!query.substring(at + 1).isBlank()) {
        throw refused("There is something behind the semicolon.", "Only one statement is run.");
      }
      at = query.length();
    }
  }
}
