package dev.winnow;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Which Winnow this is. */
final class Version implements IVersionProvider {
  private static final String NOT_PACKAGED = "development";

  /** As in the jar's manifest, without the mark of a snapshot. */
  static String text() {
    return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
        .map(version -> version.replace("-SNAPSHOT", ""))
        .orElse(NOT_PACKAGED);
  }

  @Override
  public String[] getVersion() {
    return new String[] {"Winnow " + text() + " (Java " + Runtime.version().feature() + ")"};
  }
}
