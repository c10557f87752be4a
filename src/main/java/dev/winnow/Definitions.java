package dev.winnow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32C;

/** What computed fields depend on besides activities: a change means computing them again. */
final class Definitions {
  private Definitions() {}

  /** A fingerprint of the files that say how fields are computed, and of the time zone. */
  static String fingerprint(Config config) {
    CRC32C crc = new CRC32C();
    crc.update(config.timeZone().getId().getBytes(StandardCharsets.UTF_8));
    for (String name : List.of("fields.yml", "computed.yml")) {
      Path file = config.schema().resolve(name);
      try {
        crc.update(Files.exists(file) ? Files.readAllBytes(file) : new byte[0]);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return Long.toHexString(crc.getValue());
  }
}
