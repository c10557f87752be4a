package dev.winnow.activity;

import dev.winnow.problem.Excerpt;
import dev.winnow.problem.ProblemCode;
import dev.winnow.schema.ConfigFolder;
import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import dev.winnow.schema.YamlFile;
import dev.winnow.schema.YamlJson;
import dev.winnow.schema.YamlMap;
import dev.winnow.schema.YamlNode;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Reads {@code computed.yml}: which fields are folded from activities and how, and the currency in
 * which amounts are added. Without the file nothing is computed.
 */
public final class ComputedReader {
  static final String FILE = "computed.yml";
  static final List<String> KEYS = List.of("currency", "rates", "fields");
  private static final String NO_MONEY = "CNY";

  private final ConfigFolder folder;
  private final Schema schema;
  private final ZoneId zone;

  private ComputedReader(Path folder, Schema schema, ZoneId zone) {
    this.folder = new ConfigFolder(folder);
    this.schema = schema;
    this.zone = zone;
  }

  /**
   * The computed fields; without {@code currency}, amounts are added in that of the first money
   * field.
   *
   * @param configFolder such as {@code index-config}
   * @param zone in which days are told apart
   * @throws dev.winnow.problem.WinnowException {@code INVALID_CONFIGURATION}; its faults point to
   *     {@code file:line}
   */
  public static ComputedFields read(Path configFolder, Schema schema, ZoneId zone) {
    ComputedReader reader = new ComputedReader(configFolder, schema, zone);
    return Files.exists(configFolder.resolve(FILE))
        ? reader.read()
        : new ComputedFields(List.of(), schema, Currencies.only(reader.firstCurrency()), zone);
  }

  private ComputedFields read() {
    Optional<YamlMap> root =
        YamlFile.read(folder, FILE).flatMap(node -> node.asMap("The file", KEYS));
    Currencies currencies = root.map(this::currencies).orElse(Currencies.only(firstCurrency()));
    Map<String, ComputedField> fields = new LinkedHashMap<>();
    Map<String, YamlNode> places = new LinkedHashMap<>();
    root.flatMap(map -> map.required("fields")).stream()
        .flatMap(node -> node.asList("The value of \"fields\"").stream())
        .flatMap(node -> node.asMap("A computed field", ComputedFieldReader.KEYS).stream())
        .forEach(map -> add(map, currencies, fields, places));
    List<ComputedField> ordered = new ComputedOrder(fields, places).ordered();
    folder.throwIfFaulty(ProblemCode.INVALID_CONFIGURATION);
    return new ComputedFields(ordered, schema, currencies, zone);
  }

  private void add(
      YamlMap map,
      Currencies currencies,
      Map<String, ComputedField> fields,
      Map<String, YamlNode> places) {
    Optional<ComputedField> field = new ComputedFieldReader(folder, schema, currencies, map).read();
    Optional<String> name = map.text("field");
    if (name.isEmpty()) {
      return;
    }
    YamlNode first = places.putIfAbsent(name.get(), map.at("field"));
    if (first != null) {
      map.at("field")
          .fault(
              "The field " + Excerpt.quoted(name.get()) + " is computed twice.",
              "It stands at " + first.place() + " already.");
    }
    field.ifPresent(each -> fields.putIfAbsent(name.get(), each));
  }

  private Currencies currencies(YamlMap map) {
    String home = map.text("currency").orElse(firstCurrency());
    checkCode(home, map.at("currency"));
    Map<String, BigDecimal> rates = new TreeMap<>();
    if (map.get("rates").isPresent()) {
      YamlJson yaml = new YamlJson(map.at("rates"));
      if (!yaml.json().isObject()) {
        map.at("rates").fault("The rates are not a mapping.", "Such as {USD: 7.1}.");
        return Currencies.only(home);
      }
      for (Map.Entry<String, JsonNode> rate : yaml.json().properties()) {
        rate(rate.getKey(), rate.getValue(), home, yaml)
            .ifPresent(value -> rates.put(rate.getKey(), value));
      }
    }
    return new Currencies(home, rates);
  }

  private Optional<BigDecimal> rate(String code, JsonNode value, String home, YamlJson yaml) {
    var place = yaml.place("/" + code);
    if (!isCode(code) || code.equals(home)) {
      folder.fault(
          place,
          Excerpt.quoted(code) + " is no other currency.",
          "It must be an ISO 4217 code such as USD, and not " + home + ".");
      return Optional.empty();
    }
    Optional<BigDecimal> rate =
        value.isNumber() ? value.decimalValueOpt().filter(this::usable) : Optional.empty();
    if (rate.isEmpty()) {
      folder.fault(
          place,
          "The rate of " + code + " is not a number above 0.",
          "It says what one " + code + " is worth in " + home + ", such as 7.1.");
    }
    return rate;
  }

  private boolean usable(BigDecimal rate) {
    return rate.signum() > 0 && rate.precision() <= 18 && Math.abs(rate.scale()) <= 12;
  }

  private static void checkCode(String code, YamlNode node) {
    if (!isCode(code)) {
      node.fault(
          "The currency " + Excerpt.quoted(code) + " is unknown.",
          "It must be an ISO 4217 code such as CNY or EUR.");
    }
  }

  private static boolean isCode(String code) {
    return Currency.availableCurrencies().anyMatch(each -> each.getCurrencyCode().equals(code));
  }

  private String firstCurrency() {
    List<String> found = new ArrayList<>();
    for (Field field : schema.fields().values()) {
      if (field instanceof Field.Money money) {
        found.add(money.currency());
      }
    }
    return found.isEmpty() ? NO_MONEY : found.getFirst();
  }
}
