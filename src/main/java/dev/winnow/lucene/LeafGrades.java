package dev.winnow.lucene;

import dev.winnow.classify.Classifier;
import dev.winnow.classify.Grading;
import dev.winnow.schema.Schema;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;

/**
 * Derives the grades of a leaf's documents from their doc values: where a person has overruled the
 * rule, the override while it holds, else what the {@link Classifier} says. What a classifier reads
 * of a facet that is graded itself are the grades derived before.
 *
 * <p>Made for one thread; several may share the leaf, each with its own documents.
 */
final class LeafGrades {
  private final LeafReader reader;
  private final Schema schema;
  private final Dictionaries dictionaries;
  private final Grading grading;

  LeafGrades(LeafReader reader, Schema schema, Dictionaries dictionaries, Grading grading) {
    this.reader = reader;
    this.schema = schema;
    this.dictionaries = dictionaries;
    this.grading = grading;
  }

  /** The column of every graded facet. */
  Map<String, Column> columns() throws IOException {
    Map<String, int[]> grades = new LinkedHashMap<>();
    for (Classifier classifier : grading.classifiers()) {
      grades.put(classifier.facet(), new int[reader.maxDoc()]);
    }
    derive(grades, 0, reader.maxDoc());
    Map<String, Column> columns = new HashMap<>();
    for (Map.Entry<String, int[]> entry : grades.entrySet()) {
      int size = dictionaries.of(entry.getKey()).size();
      columns.put(entry.getKey(), new ColumnBuilder(reader).single(entry.getValue(), size));
    }
    return columns;
  }

  /**
   * Fills in the grades of the documents in {@code [from, to)}, as value numbers.
   *
   * @param grades by facet and document; facets that are not in it keep their present columns
   */
  void derive(Map<String, int[]> grades, int from, int to) throws IOException {
    for (Classifier classifier : grading.classifiers()) {
      int[] own = grades.get(classifier.facet());
      if (own != null) {
        grade(classifier, grades, own, from, to);
        override(classifier.facet(), own, from, to);
      }
    }
  }

  private void grade(Classifier classifier, Map<String, int[]> grades, int[] own, int from, int to)
      throws IOException {
    ValueDictionary dictionary = dictionaries.of(classifier.facet());
    int[] numbers = classifier.grades().stream().mapToInt(dictionary::add).toArray();
    LeafInputs inputs = inputs(classifier.inputs(), grades);
    for (int start = from; start < to; start += LeafInputs.CHUNK) {
      int end = Math.min(to, start + LeafInputs.CHUNK);
      inputs.read(start, end);
      for (int doc = start; doc < end; doc++) {
        inputs.at(doc);
        int grade = classifier.grade(inputs);
        own[doc] = grade < 0 ? ValueDictionary.NONE : numbers[grade];
      }
    }
  }

  private LeafInputs inputs(List<String> fields, Map<String, int[]> grades) throws IOException {
    LeafInputs.Input[] inputs = new LeafInputs.Input[fields.size()];
    for (int i = 0; i < inputs.length; i++) {
      String field = fields.get(i);
      int[] graded = grades.get(field);
      inputs[i] =
          graded != null
              ? new LeafInputs.Graded(doc -> graded[doc], dictionaries.of(field))
              : LeafInputs.given(reader, schema, field);
    }
    return new LeafInputs(reader, inputs);
  }

  private void override(String facet, int[] own, int from, int to) throws IOException {
    SortedSetDocValues overrides = CustomerDocuments.overrides(reader, facet);
    if (overrides.getValueCount() == 0) {
      return;
    }
    int[] numbers = new int[Math.toIntExact(overrides.getValueCount())];
    for (int ord = 0; ord < numbers.length; ord++) {
      OverrideTerm term = OverrideTerm.decode(overrides.lookupOrd(ord));
      boolean holds = term.holds(grading.asOf());
      numbers[ord] = holds ? dictionaries.of(facet).add(term.value()) : ValueDictionary.NONE;
    }
    for (int doc = overrides.advance(from); doc < to; doc = overrides.nextDoc()) {
      int number = numbers[(int) overrides.nextOrd()];
      own[doc] = number == ValueDictionary.NONE ? own[doc] : number;
    }
  }
}
