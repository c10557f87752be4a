package dev.winnow.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.problem.WinnowException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as one SELECT. */
final class SelectStatementTest {
  @Test
  void placeholders_become_parameters_except_in_quotes_comments_and_casts() {
    SelectStatement statement =
        SelectStatement.of(
            """
            -- what is :watermark?
            WITH x AS (SELECT id::text, ':watermark; it''s' AS w, "delete" FROM t /* ? */)
            SELECT * FROM x WHERE at >= :watermark OR at2 >= (:watermark)::date;
            """,
            DatabaseKind.POSTGRESQL);
    assertThat(statement.parameters()).isEqualTo(2);
    assertThat(statement.sql())
        .contains("id::text", "':watermark; it''s'", ">= ? OR", "(?)::date")
        .doesNotContain(";\n", "what is");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-- nothing",
        "DELETE FROM t",
        "SELECT 1; SELECT 2",
        "SELECT 1; DROP TABLE t",
        "SELECT * INTO x FROM t",
        "SELECT * FROM t INTO OUTFILE '/tmp/x'",
        "WITH d AS (DELETE FROM t RETURNING *) SELECT * FROM d",
        "SELECT 1 DELETE FROM t",
        "SELECT * FROM t FOR UPDATE",
        "SELECT * FROM t WHERE a = ?",
        "SELECT 'x FROM t",
        "SELECT '\\' , ' ; DROP TABLE t -- '",
        "SELECT /*! 1 INTO OUTFILE 'x' */ 1",
        "SELECT /* /* */ DELETE */ 1",
        "SELECT $$ ; $$",
        "CALL x()",
      })
  void anything_else_is_refused(String query) {
    assertThatThrownBy(() -> SelectStatement.of(query, DatabaseKind.POSTGRESQL))
        .isInstanceOf(WinnowException.class)
        .hasMessageStartingWith("/query");
  }

  @Test
  void brackets_quote_names_in_sql_server_only() {
    String query = "SELECT 1 AS [a'] DELETE FROM t COMMIT --']";
    assertThatThrownBy(() -> SelectStatement.of(query, DatabaseKind.SQLSERVER))
        .hasMessageContaining("DELETE");
    assertThat(SelectStatement.of("SELECT [Update] FROM t", DatabaseKind.SQLSERVER).parameters())
        .isZero();
  }
}
