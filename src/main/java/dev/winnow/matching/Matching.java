package dev.winnow.matching;

import dev.winnow.customer.Customer;
import dev.winnow.schema.Schema;

/**
 * Finds out whether customers are the same: keys to find candidates by, and a score with its
 * reasons for two of them. Safe for use by many threads.
 */
public final class Matching {
  /**
   * Names how keys are made; when it changes, customers are indexed again. Grows with every change
   * of what {@link Keys} gives.
   */
  private static final int VERSION = 1;

  private final Parts parts;
  private final Profiler profiler;

  public Matching(Schema schema, Parts parts) {
    this.parts = parts;
    this.profiler = new Profiler(schema, parts);
  }

  /** As the fields' types and names say. */
  public static Matching of(Schema schema) {
    return new Matching(schema, Parts.of(schema));
  }

  /** A customer made ready to be compared with many. */
  public Subject subject(Customer customer) {
    return new Subject(customer.id(), profiler.of(customer));
  }

  /** What {@link Subject#packed} has made bytes of; its reasons have no texts. */
  public static Subject unpacked(byte[] bytes) {
    return Packing.unpack(bytes);
  }

  /** The keys of a customer, each once. */
  public long[] keys(Customer customer) {
    return Keys.of(profiler.keyed(customer));
  }

  /** A short name of all that decides which keys a customer has. */
  public String fingerprint() {
    return VERSION + " " + new java.util.TreeMap<>(parts.fields());
  }

  /** A customer made ready to be compared. */
  public static final class Subject {
    private final String id;
    private final Profile profile;

    Subject(String id, Profile profile) {
      this.id = id;
      this.profile = profile;
    }

    public String id() {
      return id;
    }

    public long[] keys() {
      return Keys.of(profile);
    }

    /** As bytes, some hundred of them, to be kept for the time of a search. */
    public byte[] packed() {
      return Packing.pack(id, profile);
    }

    /** As numbers from which a {@link Ceiling} is told. */
    public int[] sketch() {
      return Sketch.of(profile);
    }

    /** How likely this is the other. */
    public Resemblance compare(Subject other, Frequencies frequencies) {
      return new Comparison(profile, other.profile, frequencies).resemblance();
    }
  }
}
