package dev.winnow.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Random secrets and the hashes they are stored as. A secret has 256 random bits, so a plain
 * SHA-256 cannot be guessed backwards; and finding it by its hash leaks nothing through time.
 */
final class Secrets {
  private static final int BYTES = 32;

  /** Characters of a secret. */
  static final int LENGTH = 43;

  private static final int ID_BYTES = 6;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  /** A new secret: letters, digits, hyphens and underscores. */
  static String fresh() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random(BYTES));
  }

  /** A short random name that is no secret. */
  static String freshId() {
    return HexFormat.of().formatHex(random(ID_BYTES));
  }

  /** SHA-256 in hexadecimal. */
  static String hash(String secret) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
