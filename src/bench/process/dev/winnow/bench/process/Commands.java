package dev.winnow.bench.process;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The conversation with the process that started this one: each line of the standard input is a
 * JSON object whose {@code do} names a command, and each is answered by one line of JSON. A command
 * that fails is answered with {@code error}. Ends with the input.
 */
public final class Commands {
  /** Carries out a command and writes what it has to say into the answer. */
  @FunctionalInterface
  public interface Command {
    void run(JsonNode asked, ObjectNode answer) throws Exception;
  }

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Commands() {}

  /** Whatever else writes to the standard output is led to the standard error from here on. */
  public static OutputStream takeOutput() {
    System.setOut(System.err);
    return new FileOutputStream(FileDescriptor.out);
  }

  /**
   * Answers until the input ends.
   *
   * @param out from {@link #takeOutput}
   */
  public static void serve(Map<String, Command> commands, OutputStream out) throws IOException {
    PrintStream answers = new PrintStream(out, true, StandardCharsets.UTF_8);
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (@Nullable String line = input.readLine(); line != null; line = input.readLine()) {
      answers.println(JSON.writeValueAsString(answer(commands, JSON.readTree(line))));
    }
  }

  private static ObjectNode answer(Map<String, Command> commands, JsonNode asked) {
    ObjectNode answer = JSON.createObjectNode();
    String name = asked.path("do").asString();
    Command command = commands.get(name);
    if (command == null) {
      return answer.put("error", "no command " + name);
    }
    try {
      command.run(asked, answer);
    } catch (Exception e) {
      e.printStackTrace();
      answer.put("error", e.toString());
    }
    return answer;
  }
}
