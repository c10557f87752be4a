package dev.winnow.tables;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The only file in a zip archive; what the packing program added for itself does not count. */
final class ZipContent {
  private static final int NAMED = 5;
  private static final int FLAGS = 6;

  private ZipContent() {}

  static InputStream open(Path file) throws IOException {
    String name = file.getFileName().toString();
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile());
    } catch (ZipException e) {
      throw new IOException("the zip archive is damaged or ends too early", e);
    }
    try {
      List<? extends ZipEntry> entries = zip.stream().filter(ZipContent::isTable).toList();
      if (entries.isEmpty()) {
        throw BadFile.of(name, "The zip archive holds no file.", "Pack one table in it.");
      }
      if (entries.size() > 1) {
        throw BadFile.of(
            name,
            "The zip archive holds %d files: %s.".formatted(entries.size(), names(entries)),
            "Give them one by one.");
      }
      if ((Packing.head(file, FLAGS + 1)[FLAGS] & 1) != 0) {
        throw BadFile.of(name, "The zip archive is encrypted.", "Pack it without a password.");
      }
      return closingBoth(zip, zip.getInputStream(entries.getFirst()));
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  /** Whether the archive has an entry of that name. */
  static boolean has(Path file, String entry) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.getEntry(entry) != null;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isTable(ZipEntry entry) {
    String name = entry.getName();
    String last = name.substring(name.lastIndexOf('/') + 1);
    return !entry.isDirectory()
        && !name.startsWith("__MACOSX/")
        && !last.startsWith(".")
        && !last.equalsIgnoreCase("Thumbs.db");
  }

  private static String names(List<? extends ZipEntry> entries) {
    List<String> names = entries.stream().limit(NAMED).map(ZipEntry::getName).toList();
    return String.join(", ", names) + (entries.size() > NAMED ? ", …" : "");
  }

  private static InputStream closingBoth(ZipFile zip, InputStream content) {
    return new FilterInputStream(content) {
      @Override
      public void close() throws IOException {
        super.close();
        zip.close();
      }
    };
  }
}
