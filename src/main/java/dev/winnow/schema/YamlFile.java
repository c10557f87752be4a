package dev.winnow.schema;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Parses a YAML file of the configuration into nodes that know their lines. */
public final class YamlFile {
  /**
   * The parser must get the text at once, since it fails at a character of two halves that lies
   * across the end of its buffer.
   */
  private static final int ROOM = 1024;

  private YamlFile() {}

  /** The document's root; empty with a fault when there is none. */
  public static Optional<YamlNode> read(ConfigFolder folder, String file) {
    Place whole = Place.file(file);
    return folder.text(file, whole).flatMap(text -> read(folder, file, text));
  }

  /** As {@link #read(ConfigFolder, String)}, of a text that is there already. */
  public static Optional<YamlNode> read(ConfigFolder folder, String file, String text) {
    Place whole = Place.file(file);
    try {
      LoadSettings settings =
          LoadSettings.builder().setLabel(file).setBufferSize(text.length() + ROOM).build();
      var root = new Compose(settings).composeString(text);
      if (root.isEmpty()) {
        folder.fault(whole, "The file is empty.", "It must hold a YAML mapping.");
      }
      return root.map(node -> new YamlNode(folder, file, node));
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
      notYaml(folder, new Place(file, line), e.getProblem());
    } catch (ReaderException e) {
      int line = 1 + (int) text.codePoints().limit(e.getPosition()).filter(c -> c == '\n').count();
      String code = "U+%04X".formatted(e.getCodePoint());
      notYaml(folder, new Place(file, line), "the character " + code + " is not allowed");
    } catch (YamlEngineException e) {
      notYaml(folder, whole, String.valueOf(e.getMessage()));
    }
    return Optional.empty();
  }

  private static void notYaml(ConfigFolder folder, Place place, String problem) {
    folder.fault(
        place, "This is not valid YAML: " + problem + ".", "Check indentation, colons and quotes.");
  }
}
