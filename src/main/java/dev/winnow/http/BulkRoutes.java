package dev.winnow.http;

import dev.winnow.engine.CustomerStore.Durability;
import dev.winnow.ingest.Change;

/** Many changes of customers in one request. */
final class BulkRoutes {
  private final BulkStream<Change> stream;

  BulkRoutes(Services services) {
    stream =
        new BulkStream<>(
            BulkLineReader::read,
            (call, changes) ->
                services
                    .pipeline()
                    .bulk(changes, Durability.JOURNALED, services.origin(call.caller())));
  }

  void bulk(Call call) throws Exception {
    stream.answer(call);
  }
}
