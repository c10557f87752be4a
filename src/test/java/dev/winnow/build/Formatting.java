package dev.winnow.build;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * google-java-format over the project's sources. It runs on the build's Java 25 because the
 * formatter parses with the compiler it runs on, and Maven itself may be on an older one.
 */
public final class Formatting {
  private Formatting() {}

  /** Formats every Java file below the given folders in place. */
  public static void main(String[] roots) throws IOException, FormatterException {
    for (String root : roots) {
      for (Path file : sources(Path.of(root))) {
        String before = Files.readString(file);
        String after = format(before);
        if (!after.equals(before)) {
          Files.writeString(file, after);
          System.out.println("formatted " + file);
        }
      }
    }
  }

  /** The Java files below {@code root} that are not formatted. */
  static List<Path> unformatted(Path root) throws IOException, FormatterException {
    List<Path> result = new ArrayList<>();
    for (Path file : sources(root)) {
      String text = Files.readString(file);
      if (!format(text).equals(text)) {
        result.add(file);
      }
    }
    return result;
  }

  private static List<Path> sources(Path root) throws IOException {
    try (var files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static String format(String text) throws FormatterException {
    String imports =
        RemoveUnusedImports.removeUnusedImports(ImportOrderer.reorderImports(text, Style.GOOGLE));
    return new Formatter().formatSource(imports);
  }
}
