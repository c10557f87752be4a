package dev.winnow.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.impl.driver.Driver;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Runs the tests of the interface's pure modules on the Node that Playwright brings along. */
final class WebModulesTest {
  @Test
  void the_pure_modules_pass_their_tests() throws Exception {
    Map<String, String> environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    String node =
        Driver.ensureDriverInstalled(environment, false)
            .createProcessBuilder()
            .command()
            .getFirst();
    List<String> command = new ArrayList<>(List.of(node, "--test"));
    try (var files = Files.list(Path.of("src/test/web"))) {
      files.map(Path::toString).filter(name -> name.endsWith(".test.js")).forEach(command::add);
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }
}
