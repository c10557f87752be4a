package dev.winnow.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** Changes of a folder's entries that survive a power failure. */
final class Folders {
  private Folders() {}

  /** The folder a file lies in. */
  static Path of(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file, not a root");
  }

  /** Puts a finished file in the place of another, in one step. */
  static void replace(Path finished, Path place) throws IOException {
    try (FileChannel channel = FileChannel.open(finished, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(finished, place, StandardCopyOption.ATOMIC_MOVE);
    sync(of(place));
  }

  /** Makes the names in a folder durable. */
  static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (AccessDeniedException e) {
      // Windows opens no folders, and keeps names durable itself.
      return;
    }
  }
}
