package dev.winnow.tables;

import dev.winnow.problem.Fault;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A column of a query's result, read as text: days and times in ISO 8601, numbers plain, NULL
 * empty, the elements of an array with semicolons between them.
 *
 * @param zone in which points in time are written, with its offset
 */
record JdbcCells(int index, String label, Kind kind, ZoneId zone) {
  /** Microsoft's own number for a time with an offset. */
  private static final int DATETIMEOFFSET = -155;

  private static final String BETWEEN = ";";

  /** How a type is read. */
  enum Kind {
    BYTES,
    BOOLEAN,
    EXACT,
    FLOATING,
    DAY,
    LOCAL,
    MOMENT,
    ARRAY,
    OTHER
  }

  static JdbcCells of(ResultSetMetaData columns, int index, ZoneId zone) throws SQLException {
    String type = Objects.requireNonNullElse(columns.getColumnTypeName(index), "");
    Kind kind = kind(columns.getColumnType(index), type.toLowerCase(Locale.ROOT));
    return new JdbcCells(index, columns.getColumnLabel(index).strip(), kind, zone);
  }

  private static Kind kind(int type, String name) {
    return switch (type) {
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> Kind.BYTES;
      case Types.BIT, Types.BOOLEAN -> Kind.BOOLEAN;
      case Types.NUMERIC,
          Types.DECIMAL,
          Types.TINYINT,
          Types.SMALLINT,
          Types.INTEGER,
          Types.BIGINT ->
          Kind.EXACT;
      case Types.REAL, Types.FLOAT, Types.DOUBLE ->
          name.equals("money") ? Kind.OTHER : Kind.FLOATING;
      case Types.DATE -> name.equals("year") ? Kind.OTHER : Kind.DAY;
      case Types.TIMESTAMP_WITH_TIMEZONE, DATETIMEOFFSET -> Kind.MOMENT;
      case Types.TIMESTAMP -> name.equals("timestamptz") ? Kind.MOMENT : Kind.LOCAL;
      case Types.ARRAY -> Kind.ARRAY;
      default -> Kind.OTHER;
    };
  }

  /** Why the column cannot be read; empty when it can. */
  Optional<Fault> flaw() {
    return kind == Kind.BYTES
        ? Optional.of(
            new Fault(
                "/query",
                "The column \"%s\" holds bytes, not text.".formatted(label),
                "Leave it out of the query, or convert it there."))
        : Optional.empty();
  }

  String text(ResultSet row) throws SQLException {
    return switch (kind) {
      case BYTES -> "";
      case BOOLEAN, OTHER -> plain(row.getString(index));
      case EXACT -> finite(plain(row.getString(index)));
      case FLOATING -> number(row.getString(index));
      case DAY -> {
        LocalDate day = row.getObject(index, LocalDate.class);
        yield day == null ? "" : day.toString();
      }
      case LOCAL -> {
        LocalDateTime time = row.getObject(index, LocalDateTime.class);
        yield time == null ? "" : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
      }
      case MOMENT -> {
        OffsetDateTime time = row.getObject(index, OffsetDateTime.class);
        yield time == null ? "" : inZone(time);
      }
      case ARRAY -> elements(row);
    };
  }

  /** The value as a watermark; empty when it is NULL or without end. */
  Optional<Watermark> watermark(ResultSet row) throws SQLException {
    return switch (kind) {
      case EXACT, FLOATING ->
          Optional.ofNullable(row.getBigDecimal(index)).map(Watermark.Number::new);
      case DAY ->
          Optional.ofNullable(row.getObject(index, LocalDate.class))
              .filter(day -> day.isAfter(LocalDate.MIN) && day.isBefore(LocalDate.MAX))
              .map(Watermark.Day::new);
      case LOCAL ->
          Optional.ofNullable(row.getObject(index, LocalDateTime.class))
              .filter(time -> time.isAfter(LocalDateTime.MIN) && time.isBefore(LocalDateTime.MAX))
              .map(Watermark.Local::new);
      case MOMENT ->
          Optional.ofNullable(row.getObject(index, OffsetDateTime.class))
              .filter(time -> time.isAfter(OffsetDateTime.MIN) && time.isBefore(OffsetDateTime.MAX))
              .map(OffsetDateTime::toInstant)
              .map(Watermark.Moment::new);
      case BYTES, BOOLEAN, ARRAY, OTHER ->
          Optional.ofNullable(row.getString(index)).map(Watermark.Text::new);
    };
  }

  private String plain(@Nullable String text) {
    if (text == null) {
      return "";
    }
    return kind == Kind.BOOLEAN && text.length() == 1
        ? switch (text) {
          case "t", "1" -> "true";
          case "f", "0" -> "false";
          default -> text;
        }
        : text;
  }

  /** Databases have numbers that are none. */
  private static String finite(String number) {
    return number.endsWith("N") || number.endsWith("y") ? "" : number;
  }

  private static String number(@Nullable String text) {
    if (text == null) {
      return "";
    }
    try {
      BigDecimal number = new BigDecimal(text).stripTrailingZeros();
      return number.setScale(Math.max(0, number.scale())).toPlainString();
    } catch (NumberFormatException e) {
      return "";
    }
  }

  private String inZone(OffsetDateTime time) {
    if (time.equals(OffsetDateTime.MAX) || time.equals(OffsetDateTime.MIN)) {
      return "";
    }
    Instant instant = time.toInstant();
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone).toOffsetDateTime());
  }

  private String elements(ResultSet row) throws SQLException {
    Array array = row.getArray(index);
    if (array == null) {
      return "";
    }
    return array.getArray() instanceof Object[] elements
            && Arrays.stream(elements).noneMatch(Object[].class::isInstance)
        ? Arrays.stream(elements)
            .filter(Objects::nonNull)
            .map(Object::toString)
            .collect(Collectors.joining(BETWEEN))
        : plain(row.getString(index));
  }
}
