package dev.winnow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the {@link Stage} and holds every page they open to an error-free console. Without a
 * browser the tests are skipped, except on a build server ({@code CI=true}), where they fail.
 */
final class StageProvider implements ExecutionCondition, ParameterResolver, AfterEachCallback {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    boolean ready = Files.isExecutable(Stage.CHROMIUM) || "true".equals(System.getenv("CI"));
    return ready
        ? ConditionEvaluationResult.enabled("")
        : ConditionEvaluationResult.disabled("There is no browser at " + Stage.CHROMIUM);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Stage.class;
  }

  @Override
  public Stage resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return stage(context);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    assertThat(stage(context).leave()).as("errors in the console").isEmpty();
  }

  private static Stage stage(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(StageProvider.class))
        .computeIfAbsent(Stage.class, _ -> new Stage(), Stage.class);
  }
}
