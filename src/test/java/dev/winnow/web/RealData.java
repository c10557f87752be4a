package dev.winnow.web;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.winnow.App;
import dev.winnow.Imported;
import dev.winnow.imports.Counts;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Public data sets beside the project's folder. They are no part of the project, so tests that need
 * them do without when they are not there.
 */
public enum RealData {
  CN_A_SHARE("cn_a_share/a_share_companies.csv", "cn_a_share.yml", StandardCharsets.UTF_8),
  NORTHWIND("northwind/customers.csv", "northwind.yml", StandardCharsets.UTF_8),
  ADVENTUREWORKS(
      "adventureworks/AdventureWorks_Customers.csv.gz",
      "adventureworks.yml",
      Charset.forName("windows-1252"));

  private final Path file;
  private final Path mapping;
  private final Charset charset;

  RealData(String file, String mapping, Charset charset) {
    this.file = Path.of("../shared/data", file);
    this.mapping = Path.of("docs/mappings", mapping);
    this.charset = charset;
  }

  public boolean isThere() {
    return Files.exists(file);
  }

  public Path file() {
    return file;
  }

  /** The rows as they stand in the file, read without any of the product's own code. */
  public List<NamedCsvRecord> rows() {
    try (Reader reader = reader();
        CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(reader)) {
      return csv.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Imports the file through its mapping. */
  public Counts importInto(App app) {
    return Imported.into(app, file, mapping);
  }

  private Reader reader() throws IOException {
    var bytes = Files.newInputStream(file);
    return new InputStreamReader(
        file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes, charset);
  }
}
