package dev.winnow.connections;

import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Locks passwords with AES-256-GCM under a key in a file that only the owner of the data folder can
 * read. What a password is for is locked in with it, so that it cannot be used for anything else:
 * not even who may change a connection can have its password sent to another address.
 *
 * <p>The file is made on first use. Without it, passwords must be entered again.
 */
public final class Vault {
  /** The file in the data folder. */
  public static final String FILE = "connections.key";

  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path file;

  /**
   * @param folder the data folder
   */
  public Vault(Path folder) {
    this.file = folder.resolve(FILE);
  }

  /**
   * Locks a password.
   *
   * @param purpose what it is for; needed to unlock it
   */
  String lock(String password, String purpose) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, purpose);
      byte[] locked = cipher.doFinal(password.getBytes(StandardCharsets.UTF_8));
      byte[] all = ByteBuffer.allocate(nonce.length + locked.length).put(nonce).put(locked).array();
      return Base64.getEncoder().encodeToString(all);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The password.
   *
   * @throws WinnowException INVALID_CONNECTION when the key is another one, or the purpose
   */
  String unlock(String locked, String purpose) {
    byte[] all = Base64.getDecoder().decode(locked);
    try {
      byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, nonce, purpose);
      byte[] password = cipher.doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
      return new String(password, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new WinnowException(
          ProblemCode.INVALID_CONNECTION,
          List.of(
              new Fault(
                  "/password",
                  "The stored password cannot be read any more.",
                  "Enter it again. It is bound to the file %s in the data folder."
                      .formatted(FILE))));
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private synchronized byte[] key() {
    try {
      if (!Files.exists(file)) {
        make();
      }
      byte[] key = Files.readAllBytes(file);
      if (key.length != KEY_BYTES) {
        throw new WinnowException(
            ProblemCode.CORRUPT_DATA,
            "%s is damaged: restore it, or remove it and enter the passwords again."
                .formatted(file));
      }
      return key;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Written beside its place first, so that half a key is never found. */
  private void make() throws IOException {
    byte[] key = new byte[KEY_BYTES];
    RANDOM.nextBytes(key);
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] ownerOnly =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Path fresh = file.resolveSibling(FILE + ".new");
    Files.deleteIfExists(fresh);
    try (FileChannel channel =
        FileChannel.open(
            fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
      ByteBuffer bytes = ByteBuffer.wrap(key);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(fresh, file);
  }
}
