package dev.winnow.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.store.AdjustableClock;
import dev.winnow.store.Database;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SessionsTest {
  private static final Caller ADMIN = new Caller("admin", Role.ADMIN);

  @TempDir private Path folder;
  private final AdjustableClock clock = new AdjustableClock();
  private Database database;
  private Sessions sessions;

  @BeforeEach
  void open() {
    database = Database.open(folder.resolve("winnow.db"));
    sessions = new Sessions(database, clock);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_login_token_gives_a_session_that_survives_a_restart() {
    String token = signIn();
    assertThat(sessions.authenticate(token)).contains(ADMIN);
    close();
    open();
    assertThat(sessions.authenticate(token)).contains(ADMIN);
  }

  @Test
  void a_login_token_works_once_however_many_try_at_the_same_time() throws Exception {
    int threads = 8;
    String login = sessions.createLogin(ADMIN);
    CountDownLatch together = new CountDownLatch(threads);
    Callable<Optional<Sessions.SignedIn>> attempt =
        () -> {
          together.countDown();
          together.await();
          return sessions.signIn(login);
        };
    try (var executor = Executors.newFixedThreadPool(threads)) {
      long successes = 0;
      for (Future<Optional<Sessions.SignedIn>> result :
          executor.invokeAll(Stream.generate(() -> attempt).limit(threads).toList())) {
        successes += result.get().stream().count();
      }
      assertThat(successes).isEqualTo(1);
    }
    assertThat(sessions.signIn(login)).isEmpty();
  }

  @Test
  void a_login_token_expires_after_fifteen_minutes() {
    String inTime = sessions.createLogin(ADMIN);
    String late = sessions.createLogin(ADMIN);
    clock.advance(Duration.ofMinutes(15).minusSeconds(1));
    assertThat(sessions.signIn(inTime)).isPresent();
    clock.advance(Duration.ofSeconds(1));
    assertThat(sessions.signIn(late)).isEmpty();
  }

  @Test
  void a_session_ends_twelve_hours_after_its_last_use() {
    String token = signIn();
    for (int i = 0; i < 5; i++) {
      clock.advance(Duration.ofHours(11));
      assertThat(sessions.authenticate(token)).contains(ADMIN);
    }
    clock.advance(Duration.ofHours(12));
    assertThat(sessions.authenticate(token)).isEmpty();
  }

  @Test
  void signing_out_ends_only_that_session() {
    String one = signIn();
    String two = signIn();
    sessions.signOut(one);
    sessions.signOut(one);
    assertThat(sessions.authenticate(one)).isEmpty();
    assertThat(sessions.authenticate(two)).isPresent();
  }

  @Test
  void tokens_of_one_kind_are_worth_nothing_as_the_other() {
    String login = sessions.createLogin(ADMIN);
    assertThat(sessions.authenticate(login)).isEmpty();
    assertThat(sessions.signIn(signIn())).isEmpty();
    for (String wrong : List.of("", "x", "A".repeat(43), "A".repeat(100_000))) {
      assertThat(sessions.authenticate(wrong)).isEmpty();
      assertThat(sessions.signIn(wrong)).isEmpty();
    }
  }

  @Test
  void expired_rows_do_not_pile_up() {
    for (int i = 0; i < 3; i++) {
      signIn();
      sessions.createLogin(ADMIN);
      clock.advance(Duration.ofHours(13));
    }
    signIn();
    assertThat(database.table("sessions", Sessions.Pass.class).values()).hasSize(1);
    assertThat(database.table("logins", Sessions.Pass.class).values()).isEmpty();
  }

  @Test
  void no_token_is_in_any_file() throws Exception {
    String login = sessions.createLogin(ADMIN);
    String token = signIn();
    close();
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .doesNotContain(login)
            .doesNotContain(token);
      }
    }
    open();
  }

  private String signIn() {
    return sessions.signIn(sessions.createLogin(ADMIN)).orElseThrow().token();
  }
}
