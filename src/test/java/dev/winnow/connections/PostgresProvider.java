package dev.winnow.connections;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/**
 * Gives tests a {@link TestPostgres} that all share. Where it cannot be started the tests are
 * skipped and say why, except on a build server ({@code CI=true}), where they fail.
 */
final class PostgresProvider implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestPostgres.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(PostgresProvider.class))
        .computeIfAbsent(TestPostgres.class, _ -> start(), TestPostgres.class);
  }

  private static TestPostgres start() {
    try {
      return new TestPostgres(Files.createTempDirectory("winnow-postgres"));
    } catch (IOException | RuntimeException e) {
      if ("true".equals(System.getenv("CI"))) {
        throw new IllegalStateException("PostgreSQL does not start here", e);
      }
      throw new TestAbortedException("PostgreSQL does not start here: " + e, e);
    }
  }
}
