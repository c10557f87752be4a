package dev.winnow.lucene;

/**
 * Where each document's values begin in the list of all values of a column: one number for each
 * block and a 16-bit distance from it for each document, half of what plain numbers would take.
 */
final class ValuePlaces {
  private final int[] blocks;
  private final PackedIds distances;
  private final int documents;

  private ValuePlaces(int[] blocks, PackedIds distances, int documents) {
    this.blocks = blocks;
    this.distances = distances;
    this.documents = documents;
  }

  /**
   * Packs plain beginnings.
   *
   * @param starts one more than documents; changed here
   */
  static ValuePlaces of(int[] starts) {
    int documents = starts.length - 1;
    int[] blocks = new int[documents / Blocks.DOCS + 1];
    for (int block = 0; block < blocks.length; block++) {
      int first = Blocks.firstDoc(block);
      blocks[block] = starts[first];
      for (int doc = first; doc < Math.min(starts.length, first + Blocks.DOCS); doc++) {
        starts[doc] -= blocks[block];
      }
    }
    return new ValuePlaces(blocks, PackedIds.of(starts, starts.length), documents);
  }

  /** Where the values of a document begin, and so where those of the one before end. */
  int start(int doc) {
    return blocks[doc / Blocks.DOCS] + distances.get(doc);
  }

  int documents() {
    return documents;
  }

  int values() {
    return start(documents);
  }

  long bytes() {
    return 4L * blocks.length + distances.bytes();
  }
}
