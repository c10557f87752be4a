package dev.winnow;

import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Makes folders for their owner alone: they will hold personal data. */
final class PrivateFolder {
  private static final FileAttribute<?>[] OWNER_ONLY = {
    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
  };

  private PrivateFolder() {}

  /**
   * Makes a folder that is not there yet.
   *
   * @throws WinnowException INVALID_CONFIGURATION when it cannot be made
   */
  static void make(Path data) {
    try {
      if (!Files.isDirectory(data)) {
        Files.createDirectories(data.toAbsolutePath().getParent());
        boolean posix = data.getFileSystem().supportedFileAttributeViews().contains("posix");
        Files.createDirectory(data, posix ? OWNER_ONLY : new FileAttribute<?>[0]);
      }
    } catch (IOException e) {
      throw new WinnowException(
          ProblemCode.INVALID_CONFIGURATION,
          "The data folder %s cannot be made: %s".formatted(data, e),
          e);
    }
  }
}
