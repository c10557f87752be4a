package dev.winnow.store;

import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/**
 * An append-only file of transactions. A frame is a mark, the length, the CRC-32C and the bytes of
 * a transaction; it is on disk when {@link #append} returns.
 *
 * <p>A crash while appending leaves an incomplete last frame, which was never acknowledged and is
 * cut off. A damaged frame with a whole one behind it is damage to the disk, and is refused.
 */
final class RedoLog implements AutoCloseable {
  private static final int MARK = 0x574e5431;
  private static final int HEADER = 12;

  private final Path file;
  private final FileChannel channel;
  private long length;

  private RedoLog(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Opens or creates the file and hands every transaction in it to {@code replay}, in order. */
  static RedoLog open(Path file, Consumer<Changes> replay) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    RedoLog log = new RedoLog(file, channel);
    try {
      log.replay(replay);
      Folders.sync(Folders.of(file));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
    return log;
  }

  /** Bytes in the file. */
  long length() {
    return length;
  }

  void append(Changes changes) throws IOException {
    byte[] payload = changes.encode();
    ByteBuffer frame = ByteBuffer.allocate(HEADER + payload.length);
    frame.putInt(MARK).putInt(payload.length).putInt(crc(payload, 0, payload.length)).put(payload);
    frame.flip();
    long at = length;
    while (frame.hasRemaining()) {
      at += channel.write(frame, at);
    }
    channel.force(false);
    length = at;
  }

  /** Cuts off what a failed {@link #append} may have left behind. */
  void dropUnfinished() throws IOException {
    channel.truncate(length);
    channel.force(false);
  }

  /** Forgets all transactions. */
  void clear() throws IOException {
    channel.truncate(0);
    channel.force(false);
    length = 0;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void replay(Consumer<Changes> replay) throws IOException {
    ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(file));
    int at = 0;
    while (isFrame(all, at)) {
      byte[] payload = new byte[all.getInt(at + 4)];
      all.get(at + HEADER, payload);
      replay.accept(Changes.decode(payload));
      at += HEADER + payload.length;
    }
    refuseFramesBehind(all, at);
    if (at < all.limit()) {
      channel.truncate(at);
      channel.force(false);
    }
    length = at;
  }

  private void refuseFramesBehind(ByteBuffer all, int damaged) {
    for (int at = damaged + 1; at < all.limit() - HEADER; at++) {
      if (isFrame(all, at)) {
        throw new WinnowException(
            ProblemCode.CORRUPT_DATA,
            file
                + " is damaged at byte "
                + damaged
                + ", with good transactions from byte "
                + at
                + " on. Restore the file from a backup; or, to give up everything from the damage"
                + " on, cut the file to "
                + damaged
                + " bytes.");
      }
    }
  }

  private static boolean isFrame(ByteBuffer all, int at) {
    if (all.limit() - at < HEADER || all.getInt(at) != MARK) {
      return false;
    }
    int payload = all.getInt(at + 4);
    return payload >= 0
        && payload <= all.limit() - at - HEADER
        && crc(all.array(), all.arrayOffset() + at + HEADER, payload) == all.getInt(at + 8);
  }

  private static int crc(byte[] bytes, int offset, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, offset, length);
    return (int) crc.getValue();
  }
}
