package dev.winnow.bench;

/**
 * One comparison of Winnow with a peer, or with a goal or a limit in a peer's place.
 *
 * @param work what was measured; figures with the same work, peer, k, threads and customers replace
 *     each other
 * @param k filtered facets, or another size of the work (then {@code work} says which); {@link
 *     #NONE} when it has none
 * @param threads one question could use, or writers at once
 * @param ours Winnow's figure, in {@code unit}
 * @param ratio above 1 when Winnow is better
 */
public record Figure(
    String work,
    String peer,
    int k,
    int threads,
    long customers,
    double ours,
    double theirs,
    double ratio,
    String unit) {
  /** The {@code k} of work without one. */
  public static final int NONE = -1;

  /** A figure of which less is better, such as milliseconds or megabytes. */
  public static Figure lessIsBetter(
      String work,
      String peer,
      int k,
      int threads,
      long customers,
      double ours,
      double theirs,
      String unit) {
    return new Figure(work, peer, k, threads, customers, ours, theirs, theirs / ours, unit);
  }

  /** A figure of which more is better, such as customers per second. */
  public static Figure moreIsBetter(
      String work,
      String peer,
      int k,
      int threads,
      long customers,
      double ours,
      double theirs,
      String unit) {
    return new Figure(work, peer, k, threads, customers, ours, theirs, ours / theirs, unit);
  }

  boolean isOfTheSame(Figure other) {
    return work.equals(other.work)
        && peer.equals(other.peer)
        && k == other.k
        && threads == other.threads
        && customers == other.customers;
  }
}
