package dev.winnow.bench.solr;

import dev.winnow.bench.process.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.solr.common.SolrInputDocument;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.apache.solr.core.CoreContainer;
import org.apache.solr.core.NodeConfig;
import org.apache.solr.core.SolrCore;
import org.apache.solr.request.LocalSolrQueryRequest;
import org.apache.solr.request.SolrQueryRequest;
import org.apache.solr.update.AddUpdateCommand;
import org.apache.solr.update.CommitUpdateCommand;
import org.apache.solr.update.DeleteUpdateCommand;

/** A Solr core with customers in it, and the ways to change them. Used by one thread. */
final class Customers implements AutoCloseable {
  private static final int BATCH = 1_000;

  private final CoreContainer container;
  private final SolrCore core;
  private final List<Facet> facets;

  private Customers(CoreContainer container, SolrCore core, List<Facet> facets) {
    this.container = container;
    this.core = core;
    this.facets = facets;
  }

  static Customers create(Path home, List<Facet> facets) throws IOException {
    Configset.write(home, facets);
    CoreContainer container =
        new CoreContainer(
            new NodeConfig.NodeConfigBuilder("benchmark", home.toAbsolutePath()).build());
    container.load();
    return new Customers(container, container.getCore(Configset.CORE), facets);
  }

  SolrCore core() {
    return core;
  }

  List<Facet> facets() {
    return facets;
  }

  /** Inserts or replaces the customers of a file with so many threads. */
  void put(Path rows, int threads) throws Exception {
    try (ExecutorService feeders = Executors.newFixedThreadPool(threads);
        Stream<String> lines = Files.lines(rows)) {
      Batches batches = new Batches(lines.iterator());
      List<Future<?>> feeding = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        feeding.add(feeders.submit(() -> feed(batches)));
      }
      for (Future<?> one : feeding) {
        one.get();
      }
    }
  }

  void delete(Path ids) throws IOException {
    try (SolrQueryRequest request = request();
        Stream<String> lines = Files.lines(ids)) {
      for (String id : (Iterable<String>) lines::iterator) {
        DeleteUpdateCommand delete = new DeleteUpdateCommand(request);
        delete.setId(id);
        core.getUpdateHandler().delete(delete);
      }
    }
  }

  void clear() throws IOException {
    try (SolrQueryRequest request = request()) {
      DeleteUpdateCommand delete = new DeleteUpdateCommand(request);
      delete.setQuery("*:*");
      core.getUpdateHandler().deleteByQuery(delete);
    }
    commit();
  }

  /** Makes everything durable and visible. */
  void commit() throws IOException {
    try (SolrQueryRequest request = request()) {
      core.getUpdateHandler().commit(new CommitUpdateCommand(request, false));
    }
  }

  private void feed(Batches batches) {
    try (SolrQueryRequest request = request()) {
      for (List<String> batch = batches.next(); !batch.isEmpty(); batch = batches.next()) {
        for (String line : batch) {
          AddUpdateCommand add = new AddUpdateCommand(request);
          add.solrDoc = document(Row.parse(line));
          core.getUpdateHandler().addDoc(add);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SolrInputDocument document(Row row) {
    SolrInputDocument document = new SolrInputDocument();
    document.setField("id", row.id());
    document.setField("name", row.name());
    for (int i = 0; i < facets.size(); i++) {
      Facet facet = facets.get(i);
      for (String value : row.facets().get(i)) {
        document.addField(facet.name(), value);
        if (facet.kind() == Facet.Kind.TREE) {
          document.addField(facet.filterField(), value);
          document.addField(facet.filterField(), value.substring(0, value.indexOf('/')));
        }
      }
    }
    if (row.spend() >= 0) {
      document.setField("spend", row.spend());
    }
    return document;
  }

  private SolrQueryRequest request() {
    return new LocalSolrQueryRequest(core, new ModifiableSolrParams());
  }

  @Override
  public void close() {
    core.close();
    container.shutdown();
  }

  /** Hands lines out in batches, to many threads. */
  private static final class Batches {
    private final Iterator<String> lines;

    Batches(Iterator<String> lines) {
      this.lines = lines;
    }

    /** The next lines; none at the end. */
    synchronized List<String> next() {
      List<String> batch = new ArrayList<>(BATCH);
      while (batch.size() < BATCH && lines.hasNext()) {
        batch.add(lines.next());
      }
      return batch;
    }
  }
}
