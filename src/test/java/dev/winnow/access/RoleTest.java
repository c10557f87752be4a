package dev.winnow.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RoleTest {
  @Test
  void a_role_allows_itself_and_all_below() {
    assertThat(Role.ADMIN.allows(Role.EDITOR)).isTrue();
    assertThat(Role.EDITOR.allows(Role.EDITOR)).isTrue();
    assertThat(Role.EDITOR.allows(Role.ADMIN)).isFalse();
    assertThat(Role.VIEWER.allows(Role.EDITOR)).isFalse();
  }

  @Test
  void a_role_is_found_by_its_exact_code() {
    for (Role role : Role.values()) {
      assertThat(Role.of(role.code())).contains(role);
    }
    assertThat(Role.of("ADMIN")).isEmpty();
    assertThat(Role.of("root")).isEmpty();
  }
}
