package dev.winnow.tables;

import dev.winnow.problem.WinnowException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Reads through the parts of a workbook before they are parsed, so that one made to exhaust memory
 * is refused: the parser holds the shared texts and one row at a time.
 */
final class WorkbookGuard {
  /** Bytes of parts that are held in memory. */
  private static final long HELD = 256L << 20;

  private static final long ROW_BYTES = 16L << 20;

  private final String where;
  private final boolean sheet;
  private long inRow;
  private long sinceTag;
  private int cells;
  private int window;
  private int letters = -1;
  private int column;

  private WorkbookGuard(String where, boolean sheet) {
    this.where = where;
    this.sheet = sheet;
  }

  /** Refuses the workbook when reading it would need more memory than a workbook should. */
  static void check(Path file, long size) throws IOException {
    String name = file.getFileName().toString();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        String path = entry.getName();
        boolean sheet = path.startsWith("xl/worksheets/") && path.endsWith(".xml");
        if (sheet || isHeld(path)) {
          try (InputStream in = new UnpackedStream(zip.getInputStream(entry), "xlsx", size)) {
            new WorkbookGuard(name + ", " + path, sheet).read(in);
          }
        }
      }
    }
  }

  private static boolean isHeld(String path) {
    return path.endsWith(".rels")
        || path.equals("[Content_Types].xml")
        || (path.startsWith("xl/") && path.endsWith(".xml") && path.indexOf('/', 3) < 0);
  }

  private void read(InputStream in) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long total = 0;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      total += n;
      if (!sheet && total > HELD) {
        throw bomb("holds more than %d MB of text".formatted(HELD >> 20));
      }
      for (int i = 0; i < n; i++) {
        step(buffer[i] & 0xFF);
      }
    }
  }

  private void step(int b) {
    window = window << 8 | b;
    inRow++;
    sinceTag++;
    if (b == '<') {
      sinceTag = 0;
    } else if (sinceTag <= 3) {
      tag();
    } else if (sinceTag > Limits.ROW) {
      throw bomb("has a cell of more than %,d characters".formatted(Limits.ROW));
    }
    if (sheet) {
      address(b);
      if (inRow > ROW_BYTES) {
        throw bomb("has a row of more than %d MB".formatted(ROW_BYTES >> 20));
      }
    }
  }

  private void tag() {
    if ((window & 0xFFFFFF) == ('<' << 16 | '!' << 8 | 'D')) {
      throw bomb("declares a document type");
    }
    if (window == ('<' << 24 | 'r' << 16 | 'o' << 8 | 'w')) {
      inRow = 0;
      cells = 0;
    } else if ((window & 0xFFFF00) == ('<' << 16 | 'c' << 8)
        && !Character.isLetter(window & 0xFF)) {
      cells++;
      if (cells > Limits.COLUMNS) {
        throw bomb("has a row of more than %,d cells".formatted(Limits.COLUMNS));
      }
    }
  }

  /** Looks at addresses such as {@code r="BC12"}: a column far to the right costs memory, too. */
  private void address(int b) {
    if (window == (' ' << 24 | 'r' << 16 | '=' << 8 | '"')) {
      letters = 0;
      column = 0;
    } else if (letters >= 0) {
      if (b >= 'A' && b <= 'Z') {
        letters++;
        column = letters > 3 ? Integer.MAX_VALUE : column * 26 + b - 'A' + 1;
        if (column > Limits.COLUMNS) {
          throw bomb("has a cell beyond column XFD");
        }
      } else {
        letters = -1;
      }
    }
  }

  private WinnowException bomb(String what) {
    return BadFile.of(
        where, "The workbook %s.".formatted(what), "Save the sheet as CSV and give that.");
  }
}
