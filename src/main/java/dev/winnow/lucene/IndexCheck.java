package dev.winnow.lucene;

import dev.winnow.lucene.Journal.Position;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** Verifies the folder of a {@link LuceneEngine} that is not open. */
public final class IndexCheck {
  private IndexCheck() {}

  /**
   * Reads every file of the index against its checksums and structure, and every frame of the
   * journal. A folder without an index is sound.
   *
   * @throws WinnowException {@link ProblemCode#CORRUPT_DATA} with what is damaged and what to do
   */
  public static void verify(Path folder) {
    try (Directory directory = FSDirectory.open(folder.resolve(LuceneEngine.INDEX))) {
      if (!DirectoryReader.indexExists(directory)) {
        return;
      }
      try (CheckIndex check = new CheckIndex(directory)) {
        check.setInfoStream(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        if (!check.checkIndex().clean) {
          throw new WinnowException(
              ProblemCode.CORRUPT_DATA,
              "The index in " + folder + " is damaged. Restore the data folder from a backup.");
        }
      }
      verifyJournal(folder.resolve(LuceneEngine.JOURNAL));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Sets aside the journal from its first damaged frame on.
   *
   * @return the files set aside; empty when nothing was damaged
   */
  public static List<Path> cutJournal(Path folder) {
    try {
      Path journal = folder.resolve(LuceneEngine.JOURNAL);
      return Files.isDirectory(journal) ? Journal.cut(journal) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void verifyJournal(Path journal) throws IOException {
    if (!Files.isDirectory(journal)) {
      return;
    }
    List<JournalFile> files = JournalFile.list(journal);
    for (JournalFile file : files) {
      var _ =
          file.replay(Position.START.offset(), file.equals(files.getLast()), JournalEntry::decode);
    }
  }
}
