package dev.winnow.tables;

import dev.winnow.problem.Excerpt;
import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What a database's refusal or silence means, in words that say what to do. */
public final class DatabaseProblem {
  private static final int MAX_MESSAGE = 300;
  private static final String HIDDEN = "•••";
  private static final int SQLSERVER_LOGIN = 18_456;
  private static final int SQLSERVER_NO_DATABASE = 4_060;
  private static final int MYSQL_NO_DATABASE = 1_049;

  private DatabaseProblem() {}

  /**
   * The problem DATABASE_FAILED for a driver's exception, which is not kept: nobody knows what
   * drivers put into it.
   *
   * @param where put before the sentence, such as the row
   * @param hidden a secret that is not repeated; empty for none
   */
  public static WinnowException of(String where, SQLException e, String hidden) {
    Fault fault = fault(e);
    String detail = hidden.isEmpty() ? fault.detail() : fault.detail().replace(hidden, HIDDEN);
    return new WinnowException(
        ProblemCode.DATABASE_FAILED,
        List.of(new Fault(fault.pointer(), where + detail, fault.expected())));
  }

  private static Fault fault(SQLException e) {
    Optional<UnknownHostException> host = cause(e, UnknownHostException.class);
    if (host.isPresent()) {
      return new Fault(
          "/url",
          "There is no host of the name %s.".formatted(word(host.get())),
          "Check the name, and whether this machine can look it up.");
    }
    if (cause(e, ConnectException.class).isPresent()) {
      return new Fault(
          "/url",
          "Nothing answers at the database's address.",
          "Check host and port, and whether the database runs and lets this machine in.");
    }
    if (e instanceof SQLTimeoutException
        || cause(e, SocketTimeoutException.class).isPresent()
        || state(e).equals("57014")) {
      return new Fault(
          "",
          "The database did not answer in time.",
          "Ask for less, add an index for the watermark column, or try again later.");
    }
    return byState(e);
  }

  private static Fault byState(SQLException e) {
    String state = state(e);
    if (state.startsWith("28") || e.getErrorCode() == SQLSERVER_LOGIN) {
      return new Fault(
          "/password", "The database refuses the user or the password.", "Check both.");
    }
    if (state.equals("3D000")
        || e.getErrorCode() == SQLSERVER_NO_DATABASE
        || e.getErrorCode() == MYSQL_NO_DATABASE) {
      return new Fault("/url", "There is no such database: " + message(e), "");
    }
    if (state.startsWith("08") || state.startsWith("57P")) {
      return new Fault(
          "",
          "The connection to the database was lost: " + message(e),
          "It is read again from the last watermark the next time.");
    }
    if (state.startsWith("42") || state.startsWith("S0") || state.startsWith("HY")) {
      return new Fault("/query", "The database refuses the query: " + message(e), "");
    }
    return new Fault("", "The database answers: " + message(e), "");
  }

  private static String state(SQLException e) {
    return Objects.requireNonNullElse(e.getSQLState(), "");
  }

  /** The driver's sentence on one line, without what it says of its own workings. */
  private static String message(SQLException e) {
    String text = Objects.requireNonNullElse(e.getMessage(), "").replaceAll("\\s+", " ").strip();
    text = text.replaceFirst("^(\\(conn=\\d+\\) )?(ERROR|FATAL): ", "");
    text = text.length() > MAX_MESSAGE ? text.substring(0, MAX_MESSAGE) + "…" : text;
    return text.isEmpty() || text.endsWith(".") ? text : text + ".";
  }

  private static String word(UnknownHostException e) {
    String name = Objects.requireNonNullElse(e.getMessage(), "").replaceAll("[:\\s].*", "");
    return Excerpt.quoted(name);
  }

  private static <T extends Throwable> Optional<T> cause(Throwable e, Class<T> type) {
    return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
        .limit(10)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }
}
