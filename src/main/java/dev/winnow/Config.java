package dev.winnow;

import dev.winnow.ingest.UnknownCustomer;
import dev.winnow.rules.Schedule;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Everything that can be set, with its default. It comes from {@code winnow.yml} in the data folder
 * (see {@link ConfigReader}); the command line goes before the file.
 *
 * @param data the folder that holds all data of the installation; default {@code data}
 * @param schema the folder with {@code fields.yml} and its neighbours; default {@code index-config}
 *     in the data folder, where the shipped one is put at the first start
 * @param timeZone in which "today" begins at midnight; default the machine's
 * @param sample how many made-up customers an empty installation starts with, 0 to 10,000,000;
 *     default 20,000
 */
public record Config(
    Path data,
    Path schema,
    ZoneId timeZone,
    int sample,
    Http http,
    Access access,
    Activities activities,
    Rules rules) {
  /** The file in the data folder. */
  public static final String FILE = "winnow.yml";

  static final String SCHEMA = "index-config";
  static final int SAMPLE = 20_000;
  static final int MAX_SAMPLE = 10_000_000;

  /**
   * Where the server listens.
   *
   * @param host a name or address of this machine; default {@code 127.0.0.1}, so that nobody else
   *     reaches it
   * @param port 1 to 65535, or 0 for any that is free; default 8080
   */
  public record Http(String host, int port) {
    static final Http DEFAULT = new Http("127.0.0.1", 8080);
    static final int MAX_PORT = 65_535;
  }

  /**
   * How long one may enter.
   *
   * @param loginLink from making a login link to its use; default 15 minutes
   * @param session from the last request to the end of the session; default 12 hours
   */
  public record Access(Duration loginLink, Duration session) {
    static final Access DEFAULT = new Access(Duration.ofMinutes(15), Duration.ofHours(12));
  }

  /**
   * What happened with customers.
   *
   * @param unknownCustomer what becomes of an activity whose customer does not exist; default
   *     refuse
   * @param sample at most so many purchases for each made-up customer, 0 to 2,000; default 2,000,
   *     which is as many as they are said to have made, for up to 50,000 customers, else 0
   */
  public record Activities(UnknownCustomer unknownCustomer, OptionalInt sample) {
    static final Activities DEFAULT = new Activities(UnknownCustomer.REFUSE, OptionalInt.empty());
    static final int MAX_SAMPLE = 2_000;
    private static final int MOST_WITH_SAMPLE = 50_000;

    /** At most so many purchases for each of some made-up customers. */
    int sampleFor(int customers) {
      return sample.orElse(customers <= MOST_WITH_SAMPLE ? MAX_SAMPLE : 0);
    }
  }

  /**
   * How customers are graded.
   *
   * @param cutPoints how often cut points that depend on all customers are found anew; default
   *     monthly
   */
  public record Rules(Schedule cutPoints) {
    static final Rules DEFAULT = new Rules(Schedule.MONTHLY);
  }

  /** What the command line says; what it leaves out stands in the file. */
  public record Overrides(
      Optional<Path> schema, OptionalInt sample, Optional<String> host, OptionalInt port) {
    public static final Overrides NONE =
        new Overrides(Optional.empty(), OptionalInt.empty(), Optional.empty(), OptionalInt.empty());
  }

  /** The configuration of a data folder without a file. */
  public static Config defaults(Path data) {
    return new Config(
        data,
        data.resolve(SCHEMA),
        ZoneId.systemDefault(),
        SAMPLE,
        Http.DEFAULT,
        Access.DEFAULT,
        Activities.DEFAULT,
        Rules.DEFAULT);
  }

  /** This, with what the command line says. */
  public Config with(Overrides overrides) {
    return new Config(
        data,
        overrides.schema().orElse(schema),
        timeZone,
        overrides.sample().orElse(sample),
        new Http(overrides.host().orElse(http.host()), overrides.port().orElse(http.port())),
        access,
        activities,
        rules);
  }
}
