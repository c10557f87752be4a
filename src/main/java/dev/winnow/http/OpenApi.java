package dev.winnow.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The description of this API, written by hand in {@code openapi.yaml}, as JSON. */
final class OpenApi {
  private final byte[] body = read();

  void document(Call call) {
    new Params(call.http()).check();
    call.json(body);
  }

  private static byte[] read() {
    try (InputStream in = OpenApi.class.getResourceAsStream("/openapi.yaml")) {
      if (in == null) {
        throw new IllegalStateException("openapi.yaml is not packed");
      }
      return Json.bytes(new Load(LoadSettings.builder().build()).loadFromInputStream(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
