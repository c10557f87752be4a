package dev.winnow.condition;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * Which hundredth of all customers an id falls into for a salt: stable over time and machines, and
 * independent between salts. CRC-32C of {@code salt NUL id} through the MurmurHash3 finaliser.
 */
public final class Buckets {
  /** Bucket numbers run from 0 to 99. */
  public static final int COUNT = 100;

  private Buckets() {}

  /** The bucket of a customer id, 0 to 99. */
  public static int of(String salt, String id) {
    CRC32C crc = new CRC32C();
    crc.update(salt.getBytes(StandardCharsets.UTF_8));
    crc.update(0);
    crc.update(id.getBytes(StandardCharsets.UTF_8));
    int h = (int) crc.getValue();
    h ^= h >>> 16;
    h *= 0x85ebca6b;
    h ^= h >>> 13;
    h *= 0xc2b2ae35;
    h ^= h >>> 16;
    return Integer.remainderUnsigned(h, COUNT);
  }
}
