package dev.winnow.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** HTTP as bytes, for what no client library would send. */
final class RawHttp {
  private RawHttp() {}

  /** Sends the text and returns everything that comes back until the server closes. */
  static String send(String url, String text) throws IOException {
    URI address = URI.create(url);
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Sends the text, reads the first bytes of the answer if there are any soon, and hangs up. */
  static void sendAndLeave(String url, String text) throws IOException {
    URI address = URI.create(url);
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoLinger(true, 0);
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      if (text.startsWith("GET")) {
        int first = socket.getInputStream().read();
        assertThat(first).isEqualTo('H');
      }
    }
  }
}
