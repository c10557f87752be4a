package dev.winnow.bench;

import dev.winnow.bench.Peer.Cost;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An engine in a Java process of its own, so that its libraries meet none of ours. Commands and
 * answers are lines of JSON; what the process logs goes to a file in its folder. Used by one
 * thread.
 */
final class PeerProcess implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Process process;
  private final BufferedWriter commands;
  private final BufferedReader answers;
  private final Path log;

  private PeerProcess(Process process, Path log) {
    this.process = process;
    this.commands = process.outputWriter(StandardCharsets.UTF_8);
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.log = log;
  }

  /**
   * Starts a process on this Java.
   *
   * @param memory the most heap it may use, as after {@code -Xmx}
   */
  static PeerProcess start(String classpath, String main, String memory, Path folder)
      throws IOException {
    Path log = folder.resolve("process.log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + memory, "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("--add-modules", "jdk.incubator.vector"));
    command.addAll(List.of("-cp", classpath, main));
    Process process = new ProcessBuilder(command).redirectError(log.toFile()).start();
    return new PeerProcess(process, log);
  }

  /** An empty command, to be filled in. */
  static ObjectNode command(String name) {
    return JSON.createObjectNode().put("do", name);
  }

  JsonNode ask(ObjectNode command) throws IOException {
    commands.write(JSON.writeValueAsString(command));
    commands.newLine();
    commands.flush();
    @Nullable String line = answers.readLine();
    if (line == null) {
      throw new IOException("The process has ended; see " + log);
    }
    JsonNode answer = JSON.readTree(line);
    if (answer.has("error")) {
      throw new IOException(answer.get("error").asString() + "; see " + log);
    }
    return answer;
  }

  /** What the process took for a command whose time it takes. */
  static Cost cost(JsonNode answer) {
    return new Cost(answer.get("wall").asLong(), answer.get("cpu").asLong());
  }

  /** Lets the process end by itself. */
  @Override
  public void close() throws IOException {
    commands.close();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    answers.close();
  }
}
