package dev.winnow.lucene;

import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** One file of the {@link Journal}, read from start to end. */
record JournalFile(long number, Path path) {
  private static final String SUFFIX = ".journal";

  static Path path(Path folder, long number) {
    return folder.resolve(String.format(Locale.ROOT, "%012d%s", number, SUFFIX));
  }

  /** The journal's files in the order they were written. */
  static List<JournalFile> list(Path folder) throws IOException {
    try (var paths = Files.list(folder)) {
      return paths
          .filter(path -> path.getFileName().toString().matches("\\d{12}\\.journal"))
          .sorted()
          .map(path -> new JournalFile(numberOf(path), path))
          .toList();
    }
  }

  /**
   * Hands every frame from {@code start} on to {@code replay}.
   *
   * @param last whether a torn frame at the end is what a crash leaves behind
   * @return the offset behind the last whole frame
   */
  long replay(long start, boolean last, Consumer<byte[]> replay) throws IOException {
    ByteBuffer content = content();
    int offset = Math.toIntExact(start);
    while (offset < content.limit()) {
      Optional<byte[]> payload = JournalFrame.decode(content, offset);
      if (payload.isEmpty()) {
        checkTorn(content, offset, last);
        break;
      }
      replay.accept(payload.get());
      offset += JournalFrame.HEADER + payload.get().length;
    }
    return offset;
  }

  static List<Path> cut(Path folder) throws IOException {
    List<Path> aside = new ArrayList<>();
    for (JournalFile each : list(folder)) {
      if (!aside.isEmpty()) {
        aside.add(each.setAside());
        continue;
      }
      ByteBuffer content = each.content();
      int end = each.readable(content);
      if (end < content.limit()) {
        aside.add(each.keepOnly(end));
      }
    }
    return aside;
  }

  private int readable(ByteBuffer content) {
    int offset = 0;
    while (offset < content.limit()) {
      Optional<byte[]> payload = JournalFrame.decode(content, offset);
      if (payload.isEmpty()) {
        break;
      }
      offset += JournalFrame.HEADER + payload.get().length;
    }
    return offset;
  }

  private Path keepOnly(int end) throws IOException {
    byte[] good = new byte[end];
    content().get(0, good);
    Path aside = setAside();
    Files.write(path, good, StandardOpenOption.CREATE_NEW, StandardOpenOption.SYNC);
    return aside;
  }

  private Path setAside() throws IOException {
    Path aside = path.resolveSibling(path.getFileName() + ".damaged");
    return Files.move(path, aside, StandardCopyOption.REPLACE_EXISTING);
  }

  private void checkTorn(ByteBuffer content, int offset, boolean last) {
    if (!last || JournalFrame.anyBehind(content, offset)) {
      throw new WinnowException(
          ProblemCode.CORRUPT_DATA,
          "The journal "
              + path
              + " is damaged at byte "
              + offset
              + ", before writes that had been acknowledged. Restore the data folder from a"
              + " backup, or run `winnow check --cut-journal` to go on without the writes from"
              + " there on; they are kept beside it.");
    }
  }

  private ByteBuffer content() throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      return channel.map(MapMode.READ_ONLY, 0, channel.size());
    }
  }

  private static long numberOf(Path path) {
    String name = path.getFileName().toString();
    return Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
  }
}
