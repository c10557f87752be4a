package dev.winnow;

import dev.winnow.imports.Mode;
import dev.winnow.mapping.ColumnMapping;
import dev.winnow.mapping.MappingWriter;
import dev.winnow.tables.TableFormat;
import dev.winnow.tables.TableFormatJson;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** One import, asked for over the HTTP API as any program would. */
final class ImportClient {
  private static final Set<String> BUSY = Set.of("inspecting", "checking", "running", "undoing");
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final RunningServer server;
  private final String address;

  private ImportClient(RunningServer server, String address) {
    this.server = server;
    this.address = address;
  }

  /** Uploads a file and waits until it has been looked at. */
  static ImportClient upload(RunningServer server, Path file, Consumer<JsonNode> watcher) {
    String name = encoded(file.getFileName().toString());
    String made = server.upload("POST", "/imports?name=" + name, file);
    String id = RunningServer.json(made).path("id").asString();
    ImportClient client = new ImportClient(server, "/imports/" + id);
    client.await(watcher);
    return client;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Looks at the file once more, in another format. */
  void format(TableFormat format, Consumer<JsonNode> watcher) {
    var _ = server.put(address + "/format", Map.of("format", TableFormatJson.write(format)));
    await(watcher);
  }

  /** Sends the tables that a mapping looks things up in, which lie beside the file. */
  void lookups(ColumnMapping mapping, Path file) {
    for (ColumnMapping.Lookup lookup : mapping.lookups()) {
      var _ =
          server.upload(
              "PUT",
              address + "/lookups/" + encoded(lookup.file()),
              file.toAbsolutePath().resolveSibling(lookup.file()));
    }
  }

  JsonNode proposal() {
    return server.get(address + "/proposal");
  }

  /** Sets the mapping, and keeps it under a name if there is one. */
  void mapping(JsonNode mapping, Optional<String> name) {
    Map<String, Object> body = new HashMap<>(Map.of("mapping", mapping));
    name.ifPresent(each -> body.put("name", each));
    var _ = server.put(address + "/mapping", body);
  }

  void mapping(ColumnMapping mapping, Optional<String> name) {
    mapping(MappingWriter.toJson(mapping), name);
  }

  /** The report on what would happen. */
  JsonNode check(Mode mode, Consumer<JsonNode> watcher) {
    server.post(address + "/check", Map.of("mode", mode.code()));
    var _ = await(watcher);
    return server.get(address + "/report");
  }

  /** Imports, and returns the import at its end. */
  JsonNode run(Mode mode, boolean acceptArchiving, Consumer<JsonNode> watcher) {
    var _ =
        server.post(
            address + "/start", Map.of("mode", mode.code(), "acceptArchiving", acceptArchiving));
    return await(watcher);
  }

  /** Stores the rejected rows in a file. */
  void rejected(Path file) {
    server.download(address + "/rejected", file);
  }

  /** Waits for the end of what goes on; a problem is thrown. */
  private JsonNode await(Consumer<JsonNode> watcher) {
    while (true) {
      JsonNode run = server.get(address);
      watcher.accept(run);
      if (!BUSY.contains(run.path("state").asString()) && run.path("progress").isNull()) {
        if (run.path("problem").isObject()) {
          throw RunningServer.problem(run.path("problem"));
        }
        return run;
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }
}
