package dev.winnow.http;

import dev.winnow.TestServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A server of its own for each test of imports. */
abstract class ServedImports {
  @TempDir Path folder;
  TestServer server;
  Client client;
  ImportDesk desk;

  @BeforeEach
  final void start() throws Exception {
    server = new TestServer(folder);
    client = new Client(server);
    desk = new ImportDesk(client);
  }

  @AfterEach
  final void stop() {
    client.close();
    server.close();
  }
}
