package dev.winnow.duplicates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** What the two customers of a merge were before, each merge in a file of its own. */
final class MergeLog {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path folder;

  /**
   * What is needed to undo a merge, or to finish it. Customers are JSON as they are stored.
   *
   * @param activities ids of those that were the other customer's
   */
  record Before(
      String survivor,
      String survivorOverrides,
      String survivorOrigins,
      String gone,
      String goneOverrides,
      String goneOrigins,
      String merged,
      String mergedOverrides,
      List<String> activities) {
    Before {
      activities = List.copyOf(activities);
    }

    Before with(List<String> moved) {
      return new Before(
          survivor,
          survivorOverrides,
          survivorOrigins,
          gone,
          goneOverrides,
          goneOrigins,
          merged,
          mergedOverrides,
          moved);
    }
  }

  MergeLog(Path folder) {
    this.folder = folder;
  }

  /** Durable on return. */
  void write(String pair, Before before) {
    try {
      Files.createDirectories(folder);
      Path fresh = folder.resolve(pair + ".new");
      try (FileChannel channel =
          FileChannel.open(
              fresh,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        ByteBuffer bytes = ByteBuffer.wrap(JSON.writeValueAsBytes(before));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(fresh, file(pair), StandardCopyOption.ATOMIC_MOVE);
      try (FileChannel directory = FileChannel.open(folder)) {
        directory.force(true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Before read(String pair) {
    try {
      return JSON.readValue(Files.readAllBytes(file(pair)), Before.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void forget(String pair) {
    try {
      Files.deleteIfExists(file(pair));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String pair) {
    return folder.resolve(pair + ".json");
  }
}
