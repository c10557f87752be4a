package dev.winnow.schema;

/**
 * Where something stands in the configuration.
 *
 * @param file relative to the configuration folder
 * @param line from 1; 0 for the file as a whole
 */
public record Place(String file, int line) {
  static Place file(String file) {
    return new Place(file, 0);
  }

  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line;
  }
}
