package dev.winnow.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file that a test has written, and what is found in it. */
record Written(Path file) {
  static Written bytes(Path folder, byte[] content) {
    try {
      return new Written(Files.write(Files.createTempFile(folder, "table", ".dat"), content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Written text(Path folder, String content, Charset charset) {
    return bytes(folder, content.getBytes(charset));
  }

  static Written text(Path folder, String content) {
    return text(folder, content, StandardCharsets.UTF_8);
  }

  FormatGuess guess() {
    return FormatDetector.detect(file, file.getFileName().toString());
  }

  List<String> header() {
    try (RowSource source = Tables.open(file, guess().format())) {
      return source.header();
    }
  }

  List<Row> rows() {
    return rows(guess().format());
  }

  List<Row> rows(TableFormat format) {
    try (RowSource source = Tables.open(file, format)) {
      List<Row> rows = new ArrayList<>();
      source.forEachRemaining(rows::add);
      return rows;
    }
  }

  List<List<String>> cells() {
    return rows().stream().map(Row::cells).toList();
  }

  TableProfile profile() {
    try (RowSource source = Tables.open(file, guess().format())) {
      return TableProfiler.profile(source, rows -> {});
    }
  }
}
