package dev.winnow.mapping;

import java.util.List;
import java.util.stream.Collectors;

/** Tells whether two tables have the same columns, in whatever order. */
public final class HeaderSignature {
  private HeaderSignature() {}

  /** The same text for the same columns; upper and lower case and blanks do not matter. */
  public static String of(List<String> header) {
    return header.stream().map(HeaderWords::compact).sorted().collect(Collectors.joining("\n"));
  }
}
