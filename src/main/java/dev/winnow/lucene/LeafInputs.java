package dev.winnow.lucene;

import dev.winnow.classify.Inputs;
import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;

/**
 * What a classifier reads of the documents of a leaf, a chunk of ascending documents at a time, so
 * that doc values are read in their order and handed out without a branch on their kind.
 */
final class LeafInputs implements Inputs {
  /** Documents of a chunk. */
  static final int CHUNK = 4_096;

  private final Input[] inputs;
  private final Amounts numbers;
  private int first;
  private int offset;

  LeafInputs(LeafReader reader, Input[] inputs) throws IOException {
    this.inputs = inputs;
    this.numbers = new Amounts(DocValues.getNumeric(reader, CustomerDocuments.NUMBER));
  }

  /** One of the inputs. */
  sealed interface Input {
    /** Reads a chunk. */
    void read(int from, int to) throws IOException;
  }

  /** Fields as everyone sees them, with the grades that hold. */
  static LeafInputs seen(
      LeafReaderContext leaf, Schema schema, Columns columns, List<String> fields)
      throws IOException {
    Input[] inputs = new Input[fields.size()];
    for (int i = 0; i < inputs.length; i++) {
      String field = fields.get(i);
      inputs[i] =
          columns.grading().of(field).isPresent()
              ? new Graded(columns.single(leaf, field)::get, columns.dictionaries().of(field))
              : given(leaf.reader(), schema, field);
    }
    return new LeafInputs(leaf.reader(), inputs);
  }

  /** The input of a field as given or computed. */
  static Input given(LeafReader reader, Schema schema, String name) throws IOException {
    Field field = Objects.requireNonNull(schema.fields().get(name), name);
    return switch (field) {
      case Field.Ordered _ -> new Amounts(CustomerDocuments.ordered(reader, name));
      case Field.Worded _ -> new Given(CustomerDocuments.words(reader, name));
    };
  }

  /** Reads the documents in {@code [from, to)}, behind those read before. */
  void read(int from, int to) throws IOException {
    first = from;
    numbers.read(from, to);
    for (Input input : inputs) {
      input.read(from, to);
    }
  }

  /** Turns to a document of the chunk. */
  void at(int doc) {
    offset = doc - first;
  }

  @Override
  public long number() {
    return numbers.chunk[offset];
  }

  @Override
  public long amount(int input) {
    return inputs[input] instanceof Amounts amounts ? amounts.chunk[offset] : MISSING;
  }

  @Override
  public List<String> words(int input) {
    return switch (inputs[input]) {
      case Given given -> given.chunk.get(offset);
      case Graded graded -> graded.words(first + offset);
      case Amounts _ -> List.of();
    };
  }

  /** An ordered field. */
  private static final class Amounts implements Input {
    private final NumericDocValues values;
    private final long[] chunk = new long[CHUNK];

    private Amounts(NumericDocValues values) {
      this.values = values;
    }

    @Override
    public void read(int from, int to) throws IOException {
      Arrays.fill(chunk, 0, to - from, MISSING);
      int doc = values.docID() < from ? values.advance(from) : values.docID();
      for (; doc < to; doc = values.nextDoc()) {
        chunk[doc - from] = values.longValue();
      }
    }
  }

  /** A worded facet that has no rule. */
  private static final class Given implements Input {
    private final SortedSetDocValues values;
    private final List<List<String>> chunk = new ArrayList<>();
    private final String[] texts;

    private Given(SortedSetDocValues values) {
      this.values = values;
      this.texts = new String[Math.toIntExact(values.getValueCount())];
    }

    @Override
    public void read(int from, int to) throws IOException {
      chunk.clear();
      int doc = values.docID() < from ? values.advance(from) : values.docID();
      for (int at = from; at < to; at++) {
        if (doc != at) {
          chunk.add(List.of());
          continue;
        }
        List<String> words = new ArrayList<>(values.docValueCount());
        for (int i = 0; i < values.docValueCount(); i++) {
          words.add(text((int) values.nextOrd()));
        }
        chunk.add(words);
        doc = values.nextDoc();
      }
    }

    private String text(int ord) throws IOException {
      if (texts[ord] == null) {
        texts[ord] = values.lookupOrd(ord).utf8ToString();
      }
      return texts[ord];
    }
  }

  /** A facet that is graded itself. */
  record Graded(IntUnaryOperator numbers, ValueDictionary dictionary) implements Input {
    @Override
    public void read(int from, int to) {}

    private List<String> words(int doc) {
      return dictionary.values().text(numbers.applyAsInt(doc)).map(List::of).orElse(List.of());
    }
  }
}
