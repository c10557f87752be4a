package dev.winnow.connections;

import dev.winnow.problem.Excerpt;
import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JDBC address that was found harmless: of a form we know, without credentials, and only with
 * parameters that neither load code nor touch files.
 */
public record DatabaseAddress(String url, DatabaseKind kind) {
  /** Longest address, in characters. */
  public static final int MAX_LENGTH = 1_000;

  private static final String POINTER = "/url";
  private static final String HOST = "(?:[A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])";
  private static final String PLACE = HOST + "(?::\\d{1,5})?";
  private static final String DATABASE = "[^/?;&#\\s\\\\{}\"'@]{1,128}";
  private static final Pattern COMMON =
      Pattern.compile(
          "jdbc:[a-z]+://" + PLACE + "(?:," + PLACE + ")*/" + DATABASE + "(?:\\?(?<rest>.*))?");
  private static final Pattern SQLSERVER =
      Pattern.compile(
          "jdbc:sqlserver://"
              + HOST
              + "(?:\\\\[A-Za-z0-9_$-]{1,32})?(?::\\d{1,5})?"
              + "(?:;(?<rest>.*))?");
  private static final Pattern OTHER =
      Pattern.compile(
          "jdbc:[a-z0-9]{1,30}(?::[a-z0-9-]{1,30})*:@?//" + PLACE + "(?:/[A-Za-z0-9._-]{1,128})?");
  private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9._:/+, *-]{0,100}");
  private static final Set<String> SECRET =
      Set.of("user", "username", "password", "pwd", "accesstoken");
  private static final Map<String, String> ONLY =
      Map.of("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");

  /**
   * Checks an address.
   *
   * @throws WinnowException INVALID_CONNECTION with everything that is wrong in it; what may be a
   *     secret is not repeated
   */
  public static DatabaseAddress of(String url) {
    DatabaseKind kind = DatabaseKind.of(url);
    if (url.length() > MAX_LENGTH) {
      throw refused("The address is too long.", "At most %,d characters.".formatted(MAX_LENGTH));
    }
    if (url.contains("@") && kind != DatabaseKind.OTHER) {
      throw refused(
          "The address has a user or a password in it.", "They have members of their own.");
    }
    Matcher matcher = pattern(kind).matcher(url);
    if (!matcher.matches()) {
      throw refused("This is no address of a database that is known here.", expected(kind));
    }
    String rest = kind == DatabaseKind.OTHER ? null : matcher.group("rest");
    if (rest != null) {
      checkParameters(kind, rest);
    }
    return new DatabaseAddress(url, kind);
  }

  private static Pattern pattern(DatabaseKind kind) {
    return switch (kind) {
      case POSTGRESQL, MARIADB, MYSQL -> COMMON;
      case SQLSERVER -> SQLSERVER;
      case OTHER -> OTHER;
    };
  }

  private static String expected(DatabaseKind kind) {
    return switch (kind) {
      case POSTGRESQL, MARIADB, MYSQL ->
          "It must be as " + prefix(kind) + "//host:port/database?parameter=value.";
      case SQLSERVER ->
          "It must be as jdbc:sqlserver://host:1433;databaseName=name;parameter=value.";
      case OTHER ->
          "It begins with jdbc:postgresql:, jdbc:mariadb:, jdbc:mysql: or jdbc:sqlserver:; for a"
              + " driver of your own it is as jdbc:name://host:port/database, without parameters.";
    };
  }

  private static String prefix(DatabaseKind kind) {
    return "jdbc:" + kind.name().toLowerCase(Locale.ROOT) + ":";
  }

  private static void checkParameters(DatabaseKind kind, String rest) {
    List<Fault> faults = new ArrayList<>();
    for (String parameter : rest.split(kind == DatabaseKind.SQLSERVER ? ";" : "&", -1)) {
      int equals = parameter.indexOf('=');
      String name = (equals < 0 ? parameter : parameter.substring(0, equals)).strip();
      String value = equals < 0 ? "" : parameter.substring(equals + 1).strip();
      if (!parameter.isEmpty()) {
        check(kind, name, value, faults);
      }
    }
    WinnowException.throwIfAny(ProblemCode.INVALID_CONNECTION, faults);
  }

  private static void check(DatabaseKind kind, String name, String value, List<Fault> faults) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (SECRET.contains(lower)) {
      faults.add(
          new Fault(
              POINTER,
              "The address has a user or a password in it.",
              "They have members of their own."));
    } else if (kind.parameter(name).isEmpty()) {
      faults.add(
          new Fault(
              POINTER,
              "The parameter %s is not allowed.".formatted(Excerpt.quoted(name)),
              "Allowed are: " + String.join(", ", kind.parameters()) + "."));
    } else if (!VALUE.matcher(value).matches() || !ONLY.getOrDefault(lower, value).equals(value)) {
      faults.add(
          new Fault(
              POINTER,
              "The value of the parameter %s is not allowed.".formatted(Excerpt.quoted(name)),
              ONLY.containsKey(lower) ? "It can only be " + ONLY.get(lower) + "." : ""));
    }
  }

  private static WinnowException refused(String detail, String expected) {
    return new WinnowException(
        ProblemCode.INVALID_CONNECTION, List.of(new Fault(POINTER, detail, expected)));
  }
}
