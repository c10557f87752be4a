package dev.winnow.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * Reads on after an answer that ends its connection, until the client closes its side too. Closing
 * while a client still sends resets the connection, and the client loses the answer it has not read
 * yet.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-9.6">RFC 9112, 9.6 Tear-down</a>
 */
final class Lingering implements Callback {
  private static final int MAX_BYTES = 4 << 20;

  private final EndPoint client;
  private final Callback done;
  private final ByteBuffer scrap = BufferUtil.allocate(8192);
  private int left = MAX_BYTES;

  private Lingering(EndPoint client, Callback done) {
    this.client = client;
    this.done = done;
  }

  /** What to call when the answer has been sent; {@code done} follows when the client is gone. */
  static Callback before(Callback done, EndPoint client) {
    return Callback.from(new Lingering(client, done)::succeeded, done::failed);
  }

  @Override
  public void succeeded() {
    try {
      int read = client.fill(scrap);
      while (read > 0 && left > 0) {
        left -= read;
        BufferUtil.clear(scrap);
        read = client.fill(scrap);
      }
      if (read != 0 || !client.tryFillInterested(this)) {
        done.succeeded();
      }
    } catch (IOException e) {
      done.succeeded();
    }
  }

  @Override
  public void failed(Throwable cause) {
    done.succeeded();
  }
}
