package dev.winnow.bench;

import dev.winnow.bench.Population.Facet;
import dev.winnow.bench.Population.Kind;
import dev.winnow.bench.Population.Person;
import dev.winnow.bench.Screens.Screen;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Version;

/**
 * Stock Lucene: the index, and questions through {@link LuceneScreens}. Leaves come about as
 * Winnow's do: the same buffer, the default merge policy, no forced merge. The query cache is
 * Lucene's default. Every facet has an index field of its own, so that it is counted from its own
 * values alone.
 */
final class LucenePeer implements LivePeer {
  static final String ID = "id";
  static final String NAME = "name";
  static final String SPEND = "spend";

  static final FacetsConfig CONFIG = config();

  private static final double BUFFER_MB = 128;

  private final Path folder;
  private final LuceneFacets.Opening opening;
  private LuceneFacets facets;
  private IndexWriter writer;
  private DirectoryReader reader;
  private LuceneScreens screens;
  private ExecutorService executor = Executors.newFixedThreadPool(1);
  private int threads = 1;

  LucenePeer(Path folder, LuceneFacets.Opening opening) throws IOException {
    this.folder = folder;
    this.opening = opening;
    facets = opening.open(folder);
    writer = writer(folder);
    reader = DirectoryReader.open(writer);
    screens = screens();
  }

  static String indexField(String facet) {
    return CONFIG.getDimConfig(facet).indexFieldName;
  }

  @Override
  public String name() {
    return "Lucene %s %s".formatted(Version.LATEST, facets.name());
  }

  @Override
  public void load(Population population, long customers) throws IOException {
    for (long index = 0; index < customers; index++) {
      writer.addDocument(document(population.at(index, 0)));
    }
    show();
  }

  @Override
  public void change(Population population, long customers, int every) throws IOException {
    long round = Math.max(every, customers / CHANGE_ROUNDS);
    for (long index = 0; index < customers; index++) {
      if (index % every == 0) {
        update(population.at(index, 1));
      } else if (index % every == 1) {
        writer.deleteDocuments(byId(Population.id(index)));
      }
      if (index % round == round - 1) {
        show();
      }
    }
    show();
  }

  @Override
  public void settle() throws IOException {
    refresh();
  }

  @Override
  public void threads(int wanted) throws IOException {
    executor.close();
    executor = Executors.newFixedThreadPool(wanted);
    threads = wanted;
    screens = screens();
  }

  @Override
  public Measured screen(Screen screen) throws IOException {
    return screens.screen(screen);
  }

  @Override
  public Measured count(Screen screen) throws IOException {
    Stopwatch watch = new Stopwatch();
    long total = screens.count(screen);
    Cost cost = watch.stop();
    return new Measured(() -> new Counts(total, Map.of()), cost);
  }

  @Override
  public void write(Person person) throws IOException {
    update(person);
    refresh();
  }

  /** Inserts or replaces a customer durably, which takes a commit. */
  void writeDurably(Person person) throws IOException {
    update(person);
    facets.commit();
    writer.commit();
  }

  @Override
  public void restart() throws IOException {
    close();
    executor = Executors.newFixedThreadPool(threads);
    facets = opening.open(folder);
    writer = writer(folder);
    reader = DirectoryReader.open(writer);
    screens = screens();
  }

  @Override
  public void close() throws IOException {
    executor.close();
    reader.close();
    writer.close();
    writer.getDirectory().close();
    facets.close();
  }

  private void show() throws IOException {
    facets.commit();
    writer.commit();
    refresh();
  }

  private void refresh() throws IOException {
    DirectoryReader newer = DirectoryReader.openIfChanged(reader);
    if (newer != null) {
      reader.close();
      reader = newer;
      screens = screens();
    }
  }

  private LuceneScreens screens() throws IOException {
    IndexSearcher searcher =
        threads == 1 ? new IndexSearcher(reader) : new IndexSearcher(reader, executor);
    return new LuceneScreens(searcher, facets.counter(reader), executor, threads);
  }

  private void update(Person person) throws IOException {
    writer.updateDocument(byId(person.id()), document(person));
  }

  private Document document(Person person) throws IOException {
    Document document = new Document();
    document.add(new StringField(ID, person.id(), Store.YES));
    document.add(new TextField(NAME, person.name(), Store.YES));
    if (person.spend() >= 0) {
      document.add(new LongPoint(SPEND, person.spend()));
      document.add(new NumericDocValuesField(SPEND, person.spend()));
    }
    for (int i = 0; i < Population.FACETS.size(); i++) {
      Facet facet = Population.FACETS.get(i);
      for (int number : person.values()[i]) {
        document.add(facets.value(facet.name(), facet.values().get(number).split("/", -1)));
      }
    }
    return facets.build(document);
  }

  private static IndexWriter writer(Path folder) throws IOException {
    IndexWriterConfig writing = new IndexWriterConfig(new StandardAnalyzer());
    writing.setRAMBufferSizeMB(BUFFER_MB);
    return new IndexWriter(FSDirectory.open(folder.resolve("index")), writing);
  }

  private static FacetsConfig config() {
    FacetsConfig config = new FacetsConfig();
    for (Facet facet : Population.FACETS) {
      config.setIndexFieldName(facet.name(), "f." + facet.name());
      config.setHierarchical(facet.name(), facet.kind() == Kind.TREE);
      config.setMultiValued(facet.name(), facet.kind() == Kind.MULTI);
    }
    return config;
  }

  private static Term byId(String id) {
    return new Term(ID, id);
  }
}
