package dev.winnow.tables;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.tukaani.xz.XZInputStream;

/** How a file is packed, seen from its first bytes whatever its name. */
enum Packing {
  NONE,
  GZIP(0x1F, 0x8B),
  ZIP('P', 'K', 3, 4),
  XZ(0xFD, '7', 'z', 'X', 'Z', 0),
  ZSTD(0x28, 0xB5, 0x2F, 0xFD);

  private static final int BUFFER = 1 << 16;
  private static final int XZ_MEMORY_KIB = 128 << 10;
  private static final int TAR_MARK = 257;

  private final String mark;

  Packing(int... mark) {
    this.mark = new String(mark, 0, mark.length);
  }

  /** The packing of a file that begins so. */
  static Packing of(byte[] head) {
    for (Packing packing : values()) {
      if (packing != NONE && startsWith(head, packing.mark.getBytes(StandardCharsets.ISO_8859_1))) {
        return packing;
      }
    }
    return NONE;
  }

  static boolean startsWith(byte[] head, byte[] mark) {
    return head.length >= mark.length && Arrays.equals(head, 0, mark.length, mark, 0, mark.length);
  }

  /**
   * The unpacked content of a file.
   *
   * @throws dev.winnow.problem.WinnowException {@link dev.winnow.problem.ProblemCode#INVALID_FILE}
   *     when there is no such file or it is packed in a way that is not one table
   */
  static InputStream open(Path file) throws IOException {
    String name = file.getFileName().toString();
    Packing packing;
    try {
      packing = of(head(file, 8));
    } catch (NoSuchFileException e) {
      throw BadFile.of(name, "There is no file %s.".formatted(name), "");
    }
    InputStream packed = packing == ZIP ? ZipContent.open(file) : Files.newInputStream(file);
    try {
      var content = new BufferedInputStream(packing.unpack(packed, Files.size(file)), BUFFER);
      packing.refuseNested(content, name);
      return content;
    } catch (IOException | RuntimeException e) {
      packed.close();
      throw e;
    }
  }

  /** The first bytes of a file as it lies there, packed or not. */
  static byte[] head(Path file, int bytes) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(bytes);
    }
  }

  private InputStream unpack(InputStream packed, long size) throws IOException {
    return switch (this) {
      case NONE -> packed;
      case GZIP -> guarded(opened(() -> new GZIPInputStream(packed, BUFFER)), size);
      case ZIP -> guarded(packed, size);
      case XZ ->
          guarded(
              opened(() -> new XZInputStream(new BufferedInputStream(packed), XZ_MEMORY_KIB)),
              size);
      case ZSTD -> guarded(opened(() -> new ZstdInputStream(packed)), size);
    };
  }

  private interface Opening {
    InputStream open() throws IOException;
  }

  private InputStream opened(Opening opening) throws IOException {
    try {
      return opening.open();
    } catch (IOException e) {
      throw UnpackedStream.damaged(word(), e);
    }
  }

  private InputStream guarded(InputStream unpacked, long size) {
    return new UnpackedStream(unpacked, word(), size);
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  private void refuseNested(BufferedInputStream content, String name) throws IOException {
    if (this == NONE) {
      return;
    }
    content.mark(BUFFER);
    byte[] head = content.readNBytes(TAR_MARK + 5);
    content.reset();
    if (of(head) != NONE) {
      throw BadFile.of(
          name,
          "The %s archive holds another archive or a workbook.".formatted(word()),
          "Unpack it once and give the file in it.");
    }
    if (head.length == TAR_MARK + 5
        && Arrays.equals(
            head, TAR_MARK, TAR_MARK + 5, new byte[] {'u', 's', 't', 'a', 'r'}, 0, 5)) {
      throw BadFile.of(name, "It is a tar archive.", "Unpack it and give one of its files.");
    }
  }
}
