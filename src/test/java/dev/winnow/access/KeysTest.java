package dev.winnow.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.store.AdjustableClock;
import dev.winnow.store.Database;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeysTest {
  @TempDir private Path folder;
  private final AdjustableClock clock = new AdjustableClock();
  private Database database;
  private Keys keys;

  @BeforeEach
  void open() {
    database = Database.open(folder.resolve("winnow.db"));
    keys = new Keys(database, clock);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_new_key_works_at_once_and_after_a_restart() {
    ApiKey.Created created = keys.create(" campaign tool ", Role.VIEWER);
    assertThat(created.secret()).matches("wk_[A-Za-z0-9_-]{43}");
    Caller caller = new Caller("campaign tool", Role.VIEWER);
    assertThat(keys.authenticate(created.secret())).contains(caller);
    close();
    open();
    assertThat(keys.authenticate(created.secret())).contains(caller);
  }

  @Test
  void the_secret_is_in_no_file() throws Exception {
    String secret = keys.create("tool", Role.ADMIN).secret();
    close();
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .doesNotContain(secret.substring(Keys.PREFIX.length()));
      }
    }
    open();
  }

  @Test
  void other_keys_are_not_accepted() {
    String secret = keys.create("tool", Role.ADMIN).secret();
    for (String wrong :
        List.of("", "wk_", secret.substring(3), secret + "A", "wk_" + "A".repeat(43), "\ud800")) {
      assertThat(keys.authenticate(wrong)).as(wrong).isEmpty();
    }
  }

  @Test
  void a_revoked_key_ends_at_once_and_others_go_on() {
    ApiKey.Created one = keys.create("one", Role.EDITOR);
    ApiKey.Created two = keys.create("two", Role.EDITOR);
    keys.revoke(one.key().id());
    assertThat(keys.authenticate(one.secret())).isEmpty();
    assertThat(keys.authenticate(two.secret())).isPresent();
    assertThat(keys.list()).extracting(ApiKey::name).containsExactly("two");
    assertThatThrownBy(() -> keys.revoke(one.key().id()))
        .isInstanceOfSatisfying(
            WinnowException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.NOT_FOUND));
  }

  @Test
  void last_use_is_noted_once_a_minute() {
    String secret = keys.create("tool", Role.VIEWER).secret();
    assertThat(lastUse()).isEmpty();
    Instant first = clock.instant();
    keys.authenticate(secret);
    assertThat(lastUse()).contains(first);
    clock.advance(Duration.ofSeconds(59));
    keys.authenticate(secret);
    assertThat(lastUse()).contains(first);
    clock.advance(Duration.ofSeconds(1));
    keys.authenticate(secret);
    assertThat(lastUse()).contains(clock.instant());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "a\u0000b", "a\nb", "half \ud83d", "LONG"})
  void a_bad_name_is_refused(String name) {
    String bad = name.equals("LONG") ? "x".repeat(101) : name;
    assertThatThrownBy(() -> keys.create(bad, Role.VIEWER))
        .isInstanceOfSatisfying(
            WinnowException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ProblemCode.INVALID_REQUEST);
              assertThat(e.faults()).extracting(Fault::pointer).containsExactly("/name");
            });
    assertThat(keys.list()).isEmpty();
  }

  private Optional<Instant> lastUse() {
    return keys.list().getFirst().lastUsedAt();
  }
}
