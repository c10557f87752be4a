package dev.winnow.tables;

import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Table formats as JSON, such as {@code {"kind": "csv", "charset": "UTF-8", "delimiter": ",",
 * "quote": "\"", "header": {"skip": 0, "lines": 1}}}; the other kinds are {@code fixed-width},
 * {@code xlsx} and {@code ndjson}.
 */
public final class TableFormatJson {
  private static final int MAX_SKIP = 1000;
  private static final int MAX_HEADER = 5;

  private final List<Fault> faults = new ArrayList<>();

  private TableFormatJson() {}

  /** The format as JSON. */
  public static ObjectNode write(TableFormat format) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    switch (format) {
      case TableFormat.Delimited(Charset charset, char delimiter, char quote, var header) -> {
        json.put("kind", "csv").put("charset", charset.name());
        json.put("delimiter", String.valueOf(delimiter));
        json.put("quote", quote == TableFormat.Delimited.NO_QUOTE ? "" : String.valueOf(quote));
        header(json, header);
      }
      case TableFormat.FixedWidth(Charset charset, var columns) -> {
        json.put("kind", "fixed-width").put("charset", charset.name());
        ArrayNode places = json.putArray("columns");
        for (TableFormat.Place place : columns) {
          places
              .addObject()
              .put("name", place.name())
              .put("from", place.from())
              .put("to", place.to());
        }
      }
      case TableFormat.Workbook(String sheet, var header) -> {
        json.put("kind", "xlsx").put("sheet", sheet);
        header(json, header);
      }
      case TableFormat.JsonLines() -> json.put("kind", "ndjson");
    }
    return json;
  }

  private static void header(ObjectNode json, TableFormat.Header header) {
    json.putObject("header").put("skip", header.skip()).put("lines", header.lines());
  }

  /**
   * The format that the JSON describes; what is left out is as in plain CSV.
   *
   * @throws WinnowException {@link ProblemCode#INVALID_REQUEST} naming everything that is wrong
   */
  public static TableFormat read(JsonNode json) {
    var reading = new TableFormatJson();
    TableFormat format = reading.format(json);
    WinnowException.throwIfAny(ProblemCode.INVALID_REQUEST, reading.faults);
    return format;
  }

  private TableFormat format(JsonNode json) {
    String kind = json.path("kind").asString("");
    return switch (kind) {
      case "csv" -> {
        keys(json, Set.of("kind", "charset", "delimiter", "quote", "header"));
        yield delimited(json);
      }
      case "fixed-width" -> {
        keys(json, Set.of("kind", "charset", "columns"));
        yield new TableFormat.FixedWidth(charset(json), places(json.path("columns")));
      }
      case "xlsx" -> {
        keys(json, Set.of("kind", "sheet", "header"));
        yield new TableFormat.Workbook(json.path("sheet").asString(""), header(json));
      }
      case "ndjson" -> {
        keys(json, Set.of("kind"));
        yield new TableFormat.JsonLines();
      }
      default -> {
        fault(
            "/kind",
            "There is no such kind of table.",
            "It must be csv, fixed-width, xlsx or ndjson.");
        yield TableFormat.CSV;
      }
    };
  }

  private void keys(JsonNode json, Set<String> known) {
    for (String name : json.propertyNames()) {
      if (!known.contains(name)) {
        fault("/" + name, "This kind of table has no such member.", "Remove it.");
      }
    }
  }

  private TableFormat delimited(JsonNode json) {
    char delimiter = character(json, "delimiter", ',');
    char quote = character(json, "quote", '"');
    if (delimiter == TableFormat.Delimited.NO_QUOTE || "\r\n".indexOf(delimiter) >= 0) {
      fault("/delimiter", "Nothing can be told apart by that.", "It must be one character.");
      delimiter = ',';
    }
    if (delimiter == quote || "\r\n".indexOf(quote) >= 0) {
      fault("/quote", "That cannot be a quote.", "It must differ from delimiter and line end.");
    }
    return new TableFormat.Delimited(charset(json), delimiter, quote, header(json));
  }

  private char character(JsonNode json, String name, char usual) {
    if (!json.has(name)) {
      return usual;
    }
    String text = json.path(name).asString("");
    if (text.length() > 1) {
      fault("/" + name, "It is longer than one character.", "It must be one character.");
    }
    return text.isEmpty() ? TableFormat.Delimited.NO_QUOTE : text.charAt(0);
  }

  private Charset charset(JsonNode json) {
    String name = json.path("charset").asString("UTF-8");
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      fault("/charset", "There is no such charset.", "It must be one such as UTF-8 or GB18030.");
      return StandardCharsets.UTF_8;
    }
  }

  private TableFormat.Header header(JsonNode json) {
    JsonNode header = json.path("header");
    return new TableFormat.Header(
        number(header, "/header", "skip", 0, MAX_SKIP, 0),
        number(header, "/header", "lines", 0, MAX_HEADER, 1));
  }

  private List<TableFormat.Place> places(JsonNode columns) {
    List<TableFormat.Place> places = new ArrayList<>();
    for (JsonNode column : columns) {
      String pointer = "/columns/" + places.size();
      int from = number(column, pointer, "from", 1, Limits.ROW, 1);
      int to = number(column, pointer, "to", from, Limits.ROW, from);
      String name = column.path("name").asString("").strip();
      places.add(new TableFormat.Place(name, from, to));
    }
    if (places.isEmpty() || places.size() > Limits.COLUMNS) {
      fault("/columns", "There are no columns, or too many.", "Give from 1 to 16,384.");
    }
    List<String> names = HeaderNames.unique(places.stream().map(TableFormat.Place::name).toList());
    List<TableFormat.Place> named = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      named.add(new TableFormat.Place(names.get(i), places.get(i).from(), places.get(i).to()));
    }
    return named;
  }

  private int number(JsonNode json, String pointer, String name, int min, int max, int usual) {
    if (!json.has(name)) {
      return usual;
    }
    JsonNode value = json.path(name);
    if (!value.isInt() || value.asInt() < min || value.asInt() > max) {
      fault(
          pointer + "/" + name,
          "It is no such number.",
          "It must be a whole number from %,d to %,d.".formatted(min, max));
      return usual;
    }
    return value.asInt();
  }

  private void fault(String pointer, String detail, String expected) {
    faults.add(new Fault(pointer, detail, expected));
  }
}
