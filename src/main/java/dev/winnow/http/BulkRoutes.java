package dev.winnow.http;

import dev.winnow.engine.CustomerStore.Durability;
import dev.winnow.ingest.Change;
import dev.winnow.ingest.Pipeline;

/** Many changes of customers in one request. */
final class BulkRoutes {
  private final BulkStream<Change> stream;

  BulkRoutes(Pipeline pipeline) {
    stream =
        new BulkStream<>(
            BulkLineReader::read, changes -> pipeline.bulk(changes, Durability.JOURNALED));
  }

  void bulk(Call call) throws Exception {
    stream.answer(call);
  }
}
