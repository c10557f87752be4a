package dev.winnow.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Passwords come out again, for what they were locked for, with the key that locked them. */
final class VaultTest {
  @TempDir private Path folder;

  @Test
  void a_password_opens_with_its_purpose_only_also_after_a_restart() {
    String locked = new Vault(folder).lock("geheim 密码", "crm");
    assertThat(locked).doesNotContain("geheim");
    assertThat(new Vault(folder).lock("geheim 密码", "crm")).isNotEqualTo(locked);
    assertThat(new Vault(folder).unlock(locked, "crm")).isEqualTo("geheim 密码");
    assertThatThrownBy(() -> new Vault(folder).unlock(locked, "erp"))
        .hasMessageContaining("Enter it again");
  }

  @Test
  void the_key_is_readable_for_its_owner_alone() throws Exception {
    var _ = new Vault(folder).lock("geheim", "crm");
    Path key = folder.resolve(Vault.FILE);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    assertThat(Files.size(key)).isEqualTo(32);
  }

  @Test
  void without_the_key_the_password_must_be_entered_again() throws Exception {
    Vault vault = new Vault(folder);
    String locked = vault.lock("geheim", "crm");
    Files.delete(folder.resolve(Vault.FILE));
    assertThatThrownBy(() -> vault.unlock(locked, "crm")).hasMessageContaining("Enter it again");
  }
}
