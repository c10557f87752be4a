package dev.winnow.lucene;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;
import org.jspecify.annotations.Nullable;

/**
 * Where the activities of each customer lie in a leaf: since a leaf holds them by customer, in one
 * run of documents.
 *
 * @param numbers the customers' numbers, ascending
 * @param starts the first document of each run, and behind the last one the number of documents
 */
record CustomerRuns(int[] numbers, int[] starts) {

  static CustomerRuns of(LeafReader reader) throws IOException {
    int[] numbers = new int[64];
    int[] starts = new int[65];
    int runs = 0;
    @Nullable NumericDocValues values = reader.getNumericDocValues(StoredState.NUMBER);
    while (values != null && values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      int number = Math.toIntExact(values.longValue());
      if (runs == 0 || numbers[runs - 1] != number) {
        if (runs == numbers.length) {
          numbers = Arrays.copyOf(numbers, runs * 2);
          starts = Arrays.copyOf(starts, runs * 2 + 1);
        }
        numbers[runs] = number;
        starts[runs++] = values.docID();
      }
    }
    starts[runs] = reader.maxDoc();
    return new CustomerRuns(Arrays.copyOf(numbers, runs), Arrays.copyOf(starts, runs + 1));
  }

  int size() {
    return numbers.length;
  }

  /**
   * The run of a customer that lies at or behind another run; as {@link Arrays#binarySearch(int[],
   * int)} when it has none here.
   */
  int find(int number, int from) {
    return Arrays.binarySearch(numbers, from, numbers.length, number);
  }

  /**
   * The activities of some customers.
   *
   * @param runs where each customer's are among the documents
   */
  record Some(CustomerRuns runs, int[] docs) {}

  /**
   * @param customers ascending numbers
   */
  Some of(int[] customers) {
    int[] found = new int[customers.length];
    int[] places = new int[customers.length + 1];
    int[] docs = new int[64];
    int count = 0;
    int run = 0;
    for (int number : customers) {
      int at = find(number, run);
      run = at < 0 ? -at - 1 : at + 1;
      if (at >= 0) {
        int length = starts[at + 1] - starts[at];
        found[count] = number;
        places[count + 1] = places[count] + length;
        docs = ArrayUtil.grow(docs, places[count + 1]);
        for (int i = 0; i < length; i++) {
          docs[places[count] + i] = starts[at] + i;
        }
        count++;
      }
    }
    return new Some(
        new CustomerRuns(Arrays.copyOf(found, count), Arrays.copyOf(places, count + 1)),
        Arrays.copyOf(docs, places[count]));
  }

  /** Heap taken, in bytes. */
  long bytes() {
    return 4L * (numbers.length + starts.length);
  }
}
