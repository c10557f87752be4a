package dev.winnow.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** All engines under comparison, each under a short name. */
final class Candidates {
  static final Candidate WINNOW = new Candidate("winnow", WinnowPeer::new);

  static final List<Candidate> PEERS =
      List.of(
          new Candidate("sorted-set", folder -> new LucenePeer(folder, _ -> new SortedSetFacets())),
          new Candidate("taxonomy", folder -> new LucenePeer(folder, TaxonomyFacets::new)),
          new Candidate("duckdb", DuckDbPeer::open),
          new Candidate("postgres", folder -> PostgresPeer.open(folder, PostgresPeer.Words.ARRAY)),
          new Candidate("solr", SolrPeer::open));

  /** An engine that may turn out not to be there. */
  record Candidate(String key, Opening opening) {}

  /** Makes an empty engine. */
  interface Opening {
    /**
     * Opens it.
     *
     * @param folder its own, empty
     * @throws Unavailable when this machine does not have it
     */
    Peer open(Path folder) throws Exception;
  }

  private Candidates() {}

  /** The peers with these names; all of them for {@code all}, and {@code none} for Winnow alone. */
  static List<Candidate> peers(List<String> keys) {
    if (keys.contains("none")) {
      return List.of();
    }
    return keys.contains("all") ? PEERS : keys.stream().map(Candidates::of).toList();
  }

  /** One engine, Winnow among them. */
  static Candidate of(String key) {
    return Stream.concat(Stream.of(WINNOW), PEERS.stream())
        .filter(candidate -> candidate.key.equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no engine is called " + key));
  }
}
