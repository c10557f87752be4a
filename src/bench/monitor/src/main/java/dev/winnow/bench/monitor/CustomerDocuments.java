package dev.winnow.bench.monitor;

import dev.winnow.bench.process.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.StringField;

/**
 * Customers as the monitor takes them: a term for every value and for every node above it.
 *
 * @param facets the fields of the facets, in the order of a row
 * @param amount the field of the amount
 */
record CustomerDocuments(List<String> facets, String amount) {
  CustomerDocuments {
    facets = List.copyOf(facets);
  }

  Document[] read(Path rows) throws IOException {
    try (Stream<String> lines = Files.lines(rows)) {
      return lines.map(line -> document(Row.parse(line))).toArray(Document[]::new);
    }
  }

  private Document document(Row row) {
    Document document = new Document();
    for (int i = 0; i < facets.size(); i++) {
      for (String value : row.facets().get(i)) {
        document.add(new StringField(facets.get(i), value, Store.NO));
        int parent = value.indexOf('/');
        if (parent > 0) {
          document.add(new StringField(facets.get(i), value.substring(0, parent), Store.NO));
        }
      }
    }
    if (row.spend() >= 0) {
      document.add(new LongPoint(amount, row.spend()));
    }
    return document;
  }
}
