package dev.winnow;

import dev.winnow.ingest.UnknownCustomer;
import dev.winnow.problem.Excerpt;
import dev.winnow.problem.ProblemCode;
import dev.winnow.rules.Schedule;
import dev.winnow.schema.ConfigFolder;
import dev.winnow.schema.YamlFile;
import dev.winnow.schema.YamlMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code winnow.yml}, and refuses it with everything that is wrong in it. */
final class ConfigReader {
  private static final List<String> KEYS =
      List.of("schema", "time-zone", "sample", "http", "access", "activities", "rules");
  private static final List<String> RULE_KEYS = List.of("cut-points");
  private static final List<String> HTTP_KEYS = List.of("host", "port");
  private static final List<String> ACCESS_KEYS = List.of("login-link", "session");
  private static final List<String> ACTIVITY_KEYS = List.of("unknown-customer", "sample");
  private static final Pattern DURATION = Pattern.compile("([1-9]\\d{0,5})([smhd])");

  private ConfigReader() {}

  /** The configuration of a data folder; the defaults when it has no file. */
  static Config read(Path data) {
    Config defaults = Config.defaults(data);
    if (!Files.exists(data.resolve(Config.FILE))) {
      return defaults;
    }
    ConfigFolder folder = new ConfigFolder(data);
    Optional<Config> config =
        YamlFile.read(folder, Config.FILE)
            .flatMap(root -> root.asMap("The file", KEYS))
            .map(map -> config(map, defaults));
    folder.throwIfFaulty(ProblemCode.INVALID_CONFIGURATION);
    return config.orElse(defaults);
  }

  private static Config config(YamlMap map, Config defaults) {
    return new Config(
        defaults.data(),
        map.text("schema").map(defaults.data()::resolve).orElse(defaults.schema()),
        timeZone(map).orElse(defaults.timeZone()),
        map.whole("sample", 0, Config.MAX_SAMPLE).orElse(defaults.sample()),
        section(map, "http", HTTP_KEYS)
            .map(keys -> http(keys, defaults.http()))
            .orElse(defaults.http()),
        section(map, "access", ACCESS_KEYS)
            .map(keys -> access(keys, defaults.access()))
            .orElse(defaults.access()),
        section(map, "activities", ACTIVITY_KEYS)
            .map(ConfigReader::activities)
            .orElse(defaults.activities()),
        section(map, "rules", RULE_KEYS).map(ConfigReader::rules).orElse(defaults.rules()));
  }

  private static Optional<YamlMap> section(YamlMap map, String key, List<String> keys) {
    return map.get(key).flatMap(node -> node.asMap("The section \"" + key + "\"", keys));
  }

  private static Config.Http http(YamlMap map, Config.Http defaults) {
    return new Config.Http(
        map.text("host").orElse(defaults.host()),
        map.whole("port", 0, Config.Http.MAX_PORT).orElse(defaults.port()));
  }

  private static Config.Access access(YamlMap map, Config.Access defaults) {
    return new Config.Access(
        duration(map, "login-link").orElse(defaults.loginLink()),
        duration(map, "session").orElse(defaults.session()));
  }

  private static Config.Activities activities(YamlMap map) {
    return new Config.Activities(
        unknownCustomer(map), map.whole("sample", 0, Config.Activities.MAX_SAMPLE));
  }

  private static UnknownCustomer unknownCustomer(YamlMap map) {
    return switch (map.text("unknown-customer").orElse("refuse")) {
      case "refuse" -> UnknownCustomer.REFUSE;
      case "create" -> UnknownCustomer.CREATE;
      case String other -> {
        map.at("unknown-customer")
            .fault(Excerpt.quoted(other) + " is no choice.", "It must be refuse or create.");
        yield UnknownCustomer.REFUSE;
      }
    };
  }

  private static Config.Rules rules(YamlMap map) {
    String given = map.text("cut-points").orElse("monthly");
    Optional<Schedule> schedule =
        Arrays.stream(Schedule.values()).filter(each -> each.word().equals(given)).findFirst();
    if (schedule.isEmpty()) {
      map.at("cut-points")
          .fault(
              Excerpt.quoted(given) + " is no schedule.",
              "It must be never, daily, weekly or monthly.");
    }
    return new Config.Rules(schedule.orElse(Schedule.MONTHLY));
  }

  private static Optional<ZoneId> timeZone(YamlMap map) {
    try {
      return map.text("time-zone").map(ZoneId::of);
    } catch (DateTimeException e) {
      map.at("time-zone")
          .fault(
              "The time zone " + Excerpt.quoted(map.text("time-zone").orElse("")) + " is unknown.",
              "It must be a name such as Asia/Shanghai or Europe/Berlin.");
      return Optional.empty();
    }
  }

  private static Optional<Duration> duration(YamlMap map, String key) {
    Optional<String> text = map.text(key);
    Optional<Duration> duration = text.flatMap(ConfigReader::duration);
    if (text.isPresent() && duration.isEmpty()) {
      map.at(key)
          .fault(
              Excerpt.quoted(text.get()) + " is no duration.",
              "It must be a whole number and a unit, such as 30s, 15m, 12h or 7d.");
    }
    return duration;
  }

  private static Optional<Duration> duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long amount = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2).charAt(0)) {
          case 's' -> Duration.ofSeconds(amount);
          case 'm' -> Duration.ofMinutes(amount);
          case 'h' -> Duration.ofHours(amount);
          default -> Duration.ofDays(amount);
        });
  }
}
