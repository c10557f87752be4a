package dev.winnow.bench;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Solr without a server around it. A filter's customers and those of single values stay cached, and
 * questions are asked in the form that is the fastest for their kind: JSON facets or facet fields,
 * in doc values or cached sets. With more than one thread only facet fields count side by side.
 */
final class SolrPeer {
  private static final String MAIN = "dev.winnow.bench.solr.SolrProcess";

  /** Room for the cached customers of every value of ten million customers. */
  private static final String MEMORY = "6g";

  private SolrPeer() {}

  /** Starts an empty one. */
  static ProcessPeer open(Path folder) throws IOException, InterruptedException, Unavailable {
    String classpath = Projects.classpath("solr");
    return new ProcessPeer(
        "Solr 9.10.1", PeerProcess.start(classpath, MAIN, MEMORY, folder), folder);
  }
}
