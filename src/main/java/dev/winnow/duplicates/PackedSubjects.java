package dev.winnow.duplicates;

import dev.winnow.engine.KeyedCustomers;
import dev.winnow.engine.Progress;
import dev.winnow.matching.Ceiling;
import dev.winnow.matching.Matching;
import dev.winnow.matching.Matching.Subject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Customers made ready to be compared, in files that are deleted in the end: in short, by which
 * most pairs are ruled out, and whole.
 */
final class PackedSubjects implements AutoCloseable {
  private static final int READ_AT_ONCE = 2_048;

  private final PlacedBytes sketches;
  private final PlacedBytes subjects;

  /**
   * Reads all customers and keeps some.
   *
   * @param folder where the files are made
   * @param kept whether the customer at a place is wanted later
   */
  PackedSubjects(
      Path folder,
      KeyedCustomers customers,
      Matching matching,
      IntPredicate kept,
      Progress progress)
      throws IOException {
    Files.createDirectories(folder);
    sketches = new PlacedBytes(folder, customers.places());
    subjects = new PlacedBytes(folder, customers.places());
    try {
      Slices.each(
          customers.places(),
          READ_AT_ONCE,
          (from, to) -> pack(customers, matching, kept, from, to),
          this::write,
          progress);
      sketches.finish();
      subjects.finish();
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private record Packed(int place, byte[] sketch, byte[] subject) {}

  private static List<Packed> pack(
      KeyedCustomers customers, Matching matching, IntPredicate kept, int from, int to) {
    List<Packed> packed = new ArrayList<>();
    customers.read(
        from,
        to,
        kept,
        (customer, place) -> {
          Subject subject = matching.subject(customer);
          packed.add(new Packed(place, bytes(subject.sketch()), subject.packed()));
        });
    return packed;
  }

  private static byte[] bytes(int[] numbers) {
    ByteBuffer buffer = ByteBuffer.allocate(numbers.length * Integer.BYTES);
    buffer.order(ByteOrder.nativeOrder()).asIntBuffer().put(numbers);
    return buffer.array();
  }

  private void write(List<Packed> slice) {
    for (Packed each : slice) {
      sketches.write(each.place, each.sketch);
      subjects.write(each.place, each.subject);
    }
  }

  /** Rules out who cannot reach a score; serves one thread. */
  Ceiling ceiling(double score) {
    return new Ceiling(sketches.all(), sketches.all(), score);
  }

  /** Where a {@link Ceiling} finds the customer at a place. */
  long sketch(int place) {
    return sketches.begin(place) / Integer.BYTES;
  }

  /** The customer at a place that was kept. */
  Subject at(int place) {
    return Matching.unpacked(subjects.get(place));
  }

  @Override
  public void close() {
    sketches.close();
    subjects.close();
  }
}
