package dev.winnow.imports;

import java.nio.charset.StandardCharsets;

/**
 * A hash of 64 bits: FNV-1a, with the finaliser of MurmurHash3 so that all bits are good. Among a
 * hundred million ids, two share one with a chance of one in four thousand.
 */
final class Hash {
  private Hash() {}

  static long of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  static long of(byte[] bytes) {
    long hash = 0xcbf29ce484222325L;
    for (byte each : bytes) {
      hash = (hash ^ (each & 0xff)) * 0x100000001b3L;
    }
    hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
    return hash ^ hash >>> 33;
  }
}
