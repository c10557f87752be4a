package dev.winnow.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import dev.winnow.problem.WinnowException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Packed files, whole and broken; none of them is named for how it is packed. */
final class PackingTest {
  @TempDir private Path folder;

  private static byte[] pack(Packing packing, byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (OutputStream out = packer(packing, bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  private static OutputStream packer(Packing packing, OutputStream out) throws IOException {
    return switch (packing) {
      case NONE -> out;
      case GZIP -> new GZIPOutputStream(out);
      case ZIP -> {
        var zip = new ZipOutputStream(out);
        zip.putNextEntry(new ZipEntry("folder/"));
        zip.putNextEntry(new ZipEntry("__MACOSX/._table.csv"));
        zip.putNextEntry(new ZipEntry("folder/table.csv"));
        yield zip;
      }
      case XZ -> new XZOutputStream(out, new LZMA2Options(1));
      case ZSTD -> new ZstdOutputStream(out).setChecksum(true);
    };
  }

  /** A table that does not shrink much. */
  private static byte[] table() {
    var random = new SplittableRandom(1);
    StringBuilder text = new StringBuilder("id,name\n");
    for (int i = 0; i < 50_000; i++) {
      text.append(i).append(',').append(Long.toString(random.nextLong(), 36)).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @EnumSource
  void a_packed_table_is_read_as_if_it_were_not(Packing packing) throws IOException {
    Written table =
        Written.bytes(folder, pack(packing, "id,name\n1,ä\n".getBytes(StandardCharsets.UTF_8)));
    assertThat(table.cells()).containsExactly(List.of("1", "ä"));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void a_truncated_archive_is_told_as_such(Packing packing) throws IOException {
    byte[] whole = pack(packing, table());
    Written table = Written.bytes(folder, Arrays.copyOf(whole, whole.length / 2));
    assertRefused(table::guess, "early");
    assertRefused(() -> table.rows(TableFormat.CSV), "early");
  }

  @ParameterizedTest
  @EnumSource(names = {"GZIP", "XZ", "ZSTD"})
  void a_damaged_archive_is_told_as_such(Packing packing) throws IOException {
    byte[] bytes = pack(packing, table());
    Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 100, (byte) 0x55);
    Written table = Written.bytes(folder, bytes);
    assertRefused(() -> table.rows(TableFormat.CSV), "archive is damaged");
  }

  @Test
  void several_tables_in_one_archive_are_named() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("customers.csv"));
      zip.putNextEntry(new ZipEntry("orders.csv"));
    }
    assertRefused(
        Written.bytes(folder, bytes.toByteArray())::guess, "2 files: customers.csv, orders.csv");
  }

  @Test
  void archives_in_archives_are_not_unpacked() throws IOException {
    byte[] twice = pack(Packing.ZSTD, pack(Packing.GZIP, table()));
    assertRefused(Written.bytes(folder, twice)::guess, "holds another archive");
    byte[] tar = new byte[1024];
    System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 5);
    assertRefused(Written.bytes(folder, pack(Packing.GZIP, tar))::guess, "tar archive");
  }

  @Test
  void a_bomb_is_refused_before_it_fills_anything() throws IOException {
    var bytes = new ByteArrayOutputStream();
    byte[] lines = "a,b\n".repeat(1 << 18).getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = new ZstdOutputStream(bytes)) {
      for (int i = 0; i < 300; i++) {
        out.write(lines);
      }
    }
    assertRefused(Written.bytes(folder, bytes.toByteArray())::guess, "times its size");
  }

  private static void assertRefused(Runnable reading, String message) {
    assertThatThrownBy(reading::run)
        .isInstanceOf(WinnowException.class)
        .hasMessageContaining(message);
  }
}
