package dev.winnow.http;

import dev.winnow.ingest.Receipt;
import dev.winnow.ingest.Tally;
import dev.winnow.problem.Fault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;

/**
 * Many changes in one request: a stream of lines in, a stream of receipts out. Lines are applied in
 * order and in batches; each is good or bad on its own.
 *
 * @param <C> what a line asks for
 */
final class BulkStream<C> {
  private static final int BATCH_LINES = 500;
  private static final int BATCH_BYTES = 4 << 20;

  private final Function<BulkLines.Line, Read<C>> reader;
  private final BiFunction<Call, List<C>, List<Receipt>> action;

  /**
   * What a line asks for.
   *
   * @param id empty when it could not be read
   * @param change empty when there are faults
   */
  record Read<C>(String id, Optional<C> change, List<Fault> faults) {}

  /**
   * @param action gives a receipt for each change
   */
  BulkStream(
      Function<BulkLines.Line, Read<C>> reader, BiFunction<Call, List<C>, List<Receipt>> action) {
    this.reader = reader;
    this.action = action;
  }

  /** Reads the request and writes the answer. */
  void answer(Call call) throws Exception {
    new Params(call.http()).check();
    Body.requireType(call.http(), Body.NDJSON);
    call.http().status(200).contentType(Body.NDJSON);
    BulkLines lines = new BulkLines(call.http().req().getInputStream());
    try (Outflow out = new Outflow(call.http().res().getOutputStream())) {
      Tally tally = Tally.NONE;
      boolean truncated = false;
      while (!truncated) {
        Batch<C> batch = new Batch<>();
        truncated = !fill(batch, lines);
        if (batch.lines.isEmpty()) {
          break;
        }
        tally = apply(call, batch, tally, out);
      }
      out.put(summary(tally, truncated));
    }
  }

  private static final class Batch<C> {
    private final List<Integer> lines = new ArrayList<>();
    private final List<Read<C>> reads = new ArrayList<>();
    private int bytes;
  }

  /** Fills a batch; false when the request broke off before its end. */
  private boolean fill(Batch<C> batch, BulkLines lines) {
    try {
      while (batch.lines.size() < BATCH_LINES && batch.bytes < BATCH_BYTES) {
        Optional<BulkLines.Line> line = lines.next();
        if (line.isEmpty()) {
          return true;
        }
        batch.lines.add(line.get().number());
        batch.reads.add(reader.apply(line.get()));
        batch.bytes += line.get().bytes().length;
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private Tally apply(Call call, Batch<C> batch, Tally before, Outflow out)
      throws IOException, InterruptedException {
    List<C> changes = batch.reads.stream().flatMap(read -> read.change().stream()).toList();
    Iterator<Receipt> receipts = action.apply(call, changes).iterator();
    Tally tally = before;
    List<Receipt> all = new ArrayList<>();
    for (Read<C> read : batch.reads) {
      Receipt receipt =
          read.change().isPresent() ? receipts.next() : Receipt.rejected(read.id(), read.faults());
      tally = tally.plus(receipt);
      all.add(receipt);
    }
    out.put(
        Json.writeLines(
            json -> {
              for (int i = 0; i < all.size(); i++) {
                write(json, batch.lines.get(i), all.get(i));
              }
            }));
    return tally;
  }

  private static void write(JsonGenerator json, int line, Receipt receipt) {
    json.writeStartObject();
    json.writeNumberProperty("line", line);
    json.writeStringProperty("id", Problems.clip(receipt.id()));
    json.writeStringProperty("outcome", receipt.outcome().code());
    json.writeNumberProperty("version", receipt.version());
    if (!receipt.faults().isEmpty()) {
      Problems.write(json, receipt.faults());
    }
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private static byte[] summary(Tally tally, boolean truncated) {
    return Json.writeLines(
        json -> {
          json.writeStartObject();
          json.writeObjectPropertyStart("summary");
          json.writeNumberProperty("inserted", tally.inserted());
          json.writeNumberProperty("updated", tally.updated());
          json.writeNumberProperty("unchanged", tally.unchanged());
          json.writeNumberProperty("deleted", tally.deleted());
          json.writeNumberProperty("rejected", tally.rejected());
          if (truncated) {
            json.writeBooleanProperty("truncated", true);
          }
          json.writeEndObject();
          json.writeEndObject();
          json.writeRaw('\n');
        });
  }
}
