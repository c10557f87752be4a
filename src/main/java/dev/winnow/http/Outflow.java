package dev.winnow.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is sent while its request is still being read. Most clients send their whole body
 * before they read; were the answer written by the thread that reads, both sides would end up
 * waiting for each other. So it is written by a thread of its own, and up to {@value #BUFFER} bytes
 * wait in memory for a client that does not read yet.
 */
final class Outflow implements AutoCloseable {
  static final int BUFFER = 16 << 20;
  private static final byte[] END = new byte[0];

  private final OutputStream out;
  private final BlockingQueue<byte[]> waiting = new LinkedBlockingQueue<>();
  private final Semaphore room = new Semaphore(BUFFER);
  private final Thread writer = Thread.ofVirtual().name("outflow").unstarted(this::run);
  private volatile @Nullable IOException failure;

  Outflow(OutputStream out) {
    this.out = out;
    writer.start();
  }

  /** Sends bytes, waiting when the buffer is full. Fails when the client has gone away. */
  void put(byte[] bytes) throws IOException, InterruptedException {
    room.acquire(Math.min(bytes.length, BUFFER));
    IOException broken = failure;
    if (broken != null) {
      throw broken;
    }
    waiting.add(bytes);
  }

  /** Returns when everything has been sent or could not be. */
  @Override
  public void close() {
    waiting.add(END);
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @SuppressWarnings("ReferenceEquality") // the end is one array, however many are empty
  private void run() {
    try {
      for (byte[] bytes = waiting.take(); bytes != END; bytes = waiting.take()) {
        if (failure == null) {
          send(bytes);
        }
        room.release(Math.min(bytes.length, BUFFER));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(byte[] bytes) {
    try {
      out.write(bytes);
      out.flush();
    } catch (IOException e) {
      failure = e;
    }
  }
}
