package dev.winnow.lucene;

/**
 * Where each document's values begin in the list of all values of a column: one number for each
 * block and a 16-bit distance from it for each document, half of what plain numbers would take. A
 * block with more values than 16 bits can tell apart makes them plain numbers after all.
 */
sealed interface ValuePlaces {
  /** Where the values of a document begin, and so where those of the one before end. */
  int start(int doc);

  int documents();

  long bytes();

  /** Packs plain beginnings, one more than there are documents. */
  static ValuePlaces of(int[] starts) {
    int documents = starts.length - 1;
    int[] bases = new int[Blocks.count(documents)];
    char[] distances = new char[bases.length * Near.STRIDE];
    for (int block = 0; block < bases.length; block++) {
      int first = Blocks.firstDoc(block);
      bases[block] = starts[first];
      for (int i = 0; i <= Blocks.docs(block, documents); i++) {
        int distance = starts[first + i] - bases[block];
        if (distance > Character.MAX_VALUE) {
          return new Plain(starts);
        }
        distances[block * Near.STRIDE + i] = (char) distance;
      }
    }
    return new Near(bases, distances, documents);
  }

  default int values() {
    return start(documents());
  }

  /** Distances from the block's base; each block also has where its last document ends. */
  record Near(int[] bases, char[] distances, int documents) implements ValuePlaces {
    static final int STRIDE = Blocks.DOCS + 1;

    @Override
    public int start(int doc) {
      if (doc == documents) {
        return doc == 0 ? 0 : end(doc - 1);
      }
      int block = doc / Blocks.DOCS;
      return bases[block] + distances[block * STRIDE + doc % Blocks.DOCS];
    }

    private int end(int doc) {
      int block = doc / Blocks.DOCS;
      return bases[block] + distances[block * STRIDE + doc % Blocks.DOCS + 1];
    }

    @Override
    public long bytes() {
      return 4L * bases.length + 2L * distances.length;
    }
  }

  /** Plain numbers. */
  record Plain(int[] starts) implements ValuePlaces {
    @Override
    public int start(int doc) {
      return starts[doc];
    }

    @Override
    public int documents() {
      return starts.length - 1;
    }

    @Override
    public long bytes() {
      return 4L * starts.length;
    }
  }
}
