package dev.winnow.schema;

import dev.winnow.problem.Excerpt;
import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The folder being read, and everything found wrong in it so far. */
public final class ConfigFolder {
  private final Path folder;
  private final List<Fault> faults = new ArrayList<>();

  public ConfigFolder(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /**
   * Notes a fault, once however often it is met.
   *
   * @param detail what is wrong
   * @param expected what would be right
   */
  public void fault(Place place, String detail, String expected) {
    Fault fault = new Fault(place.toString(), detail, expected);
    if (!faults.contains(fault)) {
      faults.add(fault);
    }
  }

  public void throwIfFaulty(ProblemCode code) {
    WinnowException.throwIfAny(code, faults);
  }

  /** The text of a UTF-8 file, without a byte order mark; empty with a fault when unreadable. */
  Optional<String> text(String file, Place wantedBy) {
    Path path = inside(file);
    if (path == null) {
      fault(
          wantedBy,
          "The file name " + Excerpt.quoted(file) + " leads out of the configuration folder.",
          "Name a file in the same folder.");
      return Optional.empty();
    }
    try {
      return decode(file, Files.readAllBytes(path));
    } catch (NoSuchFileException e) {
      fault(wantedBy, "The file " + file + " is missing.", "It must be at " + path + ".");
    } catch (IOException e) {
      fault(
          wantedBy,
          "The file " + file + " cannot be read: " + e + ".",
          "It must be a readable UTF-8 text file.");
    }
    return Optional.empty();
  }

  /** The lines of a list file with their places, trimmed, without empty ones and comments. */
  List<Line> lines(String file, Place wantedBy) {
    List<Line> result = new ArrayList<>();
    int number = 0;
    for (String line : text(file, wantedBy).orElse("").split("\\R", -1)) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        result.add(new Line(new Place(file, number), line.strip()));
      }
    }
    return result;
  }

  private @Nullable Path inside(String file) {
    try {
      Path path = folder.resolve(file).normalize();
      return path.startsWith(folder) ? path : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private Optional<String> decode(String file, byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    boolean broken = decoder.decode(in, out, true).isError();
    String text = out.flip().toString();
    if (broken) {
      int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
      fault(new Place(file, line), "The file is not UTF-8 text.", "Save it in the encoding UTF-8.");
      return Optional.empty();
    }
    return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  /** A line of a list file. */
  record Line(Place place, String text) {}
}
