package dev.winnow.ingest;

import dev.winnow.customer.Customer;
import dev.winnow.customer.CustomerCodec;
import dev.winnow.customer.Normaliser;
import dev.winnow.customer.Origin;
import dev.winnow.engine.CustomerStore;
import dev.winnow.engine.CustomerStore.Durability;
import dev.winnow.engine.Engine;
import dev.winnow.engine.StoredCustomer;
import dev.winnow.engine.Write;
import dev.winnow.engine.Write.Expected;
import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.schema.Records;
import dev.winnow.schema.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The write path: a change is checked against the schema, made a customer, and given to the store.
 * Changes are applied in the order in which they come, each good or bad on its own. Safe for use by
 * many threads.
 */
public final class Pipeline {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final Normaliser normaliser;
  private final CustomerCodec codec;
  private final CustomerStore store;
  private final Engine engine;
  private final Optional<ActivityPipeline> activities;
  private final boolean canArchive;

  /** A pipeline where there are no activities. */
  public Pipeline(Schema schema, CustomerStore store, Engine engine) {
    this(schema, store, engine, Optional.empty());
  }

  /**
   * @param activities from where a deleted customer's are deleted, too
   */
  public Pipeline(
      Schema schema, CustomerStore store, Engine engine, Optional<ActivityPipeline> activities) {
    this.normaliser = new Normaliser(schema);
    this.codec = new CustomerCodec(schema);
    this.store = store;
    this.engine = engine;
    this.activities = activities;
    this.canArchive = schema.records().field(Records.Kind.ARCHIVED).isPresent();
  }

  /**
   * Applies one change; on return it is durable and visible.
   *
   * @param origin of the values that it changes
   */
  public Receipt apply(Change change, Origin origin) {
    return bulk(List.of(change), Durability.JOURNALED, origin).getFirst();
  }

  /**
   * Applies changes in order and returns a receipt for each.
   *
   * @param origin of the values that they change
   */
  public List<Receipt> bulk(List<Change> changes, Durability durability, Origin origin) {
    Receipt[] receipts = new Receipt[changes.size()];
    Map<Integer, Write> waiting = new LinkedHashMap<>();
    for (int i = 0; i < receipts.length; i++) {
      Change change = changes.get(i);
      try {
        switch (change) {
          case Change.Replace replace -> waiting.put(i, put(replace, origin));
          case Change.Ready ready ->
              waiting.put(i, new Write.Put(ready.customer(), origin, ready.expected()));
          case Change.Remove remove -> waiting.put(i, delete(remove));
          case Change.Merge merge -> {
            flush(waiting, receipts, durability);
            receipts[i] = patch(merge, durability, origin);
          }
        }
      } catch (WinnowException e) {
        receipts[i] = Receipt.rejected(change.id(), e.faults());
      }
    }
    flush(waiting, receipts, durability);
    return Arrays.asList(receipts);
  }

  /**
   * Archives customers: they are left out of every question that does not ask for them. A customer
   * that is put again is archived no longer.
   *
   * @param origin by whom and when
   * @return a receipt for each in order; UNCHANGED for one that is archived already
   * @throws WinnowException INVALID_REQUEST when no field says that a customer is archived
   */
  public List<Receipt> archive(Collection<String> ids, Durability durability, Origin origin) {
    if (!canArchive) {
      throw new WinnowException(
          ProblemCode.INVALID_REQUEST,
          "Customers cannot be archived: no field says that they are. Add a date field with"
              + " \"record: archived\" to fields.yml.");
    }
    return archive(ids, durability, Optional.of(origin));
  }

  /** Takes {@link #archive} back; a receipt for each in order. */
  public List<Receipt> unarchive(Collection<String> ids, Durability durability) {
    return archive(ids, durability, Optional.empty());
  }

  private List<Receipt> archive(
      Collection<String> ids, Durability durability, Optional<Origin> origin) {
    List<Write> writes =
        ids.stream().<Write>map(id -> new Write.Archive(id, origin, Expected.ANYTHING)).toList();
    return store.apply(writes, durability).stream().map(Receipt::of).toList();
  }

  private Write put(Change.Replace replace, Origin origin) {
    return new Write.Put(
        normaliser.fromJson(replace.id(), replace.fields(), "/fields"), origin, replace.expected());
  }

  private static Write delete(Change.Remove remove) {
    checkId(remove.id());
    return new Write.Delete(remove.id(), remove.expected());
  }

  /** Reads, merges and writes until nobody came in between. */
  private Receipt patch(Change.Merge merge, Durability durability, Origin origin) {
    checkId(merge.id());
    while (true) {
      Optional<StoredCustomer> current = engine.get(merge.id());
      if (current.isEmpty()) {
        return merge.expected() instanceof Expected.Version
            ? new Receipt(merge.id(), Receipt.Outcome.CONFLICT, 0, List.of())
            : Receipt.notFound(merge.id());
      }
      long version = current.get().version();
      if (!merge.expected().equals(Expected.ANYTHING)
          && !merge.expected().equals(new Expected.Version(version))) {
        return new Receipt(merge.id(), Receipt.Outcome.CONFLICT, version, List.of());
      }
      Write put =
          new Write.Put(
              merged(current.get(), merge.fields()), origin, new Expected.Version(version));
      Receipt receipt = Receipt.of(store.apply(List.of(put), durability).getFirst());
      if (receipt.outcome() != Receipt.Outcome.CONFLICT
          || !merge.expected().equals(Expected.ANYTHING)) {
        return receipt;
      }
    }
  }

  /**
   * What is removed stays as null, which is no value: a field nobody knows is a fault here, too.
   */
  private Customer merged(StoredCustomer current, JsonNode patch) {
    JsonNode fields = JSON.readTree(codec.encode(current.given()));
    JsonNode merged = MergePatch.apply(fields, patch);
    if (merged instanceof ObjectNode object) {
      patch
          .propertyStream()
          .filter(change -> change.getValue().isNull())
          .forEach(change -> object.putNull(change.getKey()));
    }
    return normaliser.fromJson(current.given().id(), merged, "/fields");
  }

  private void flush(Map<Integer, Write> waiting, Receipt[] receipts, Durability durability) {
    if (waiting.isEmpty()) {
      return;
    }
    var results = store.apply(new ArrayList<>(waiting.values()), durability).iterator();
    waiting.keySet().forEach(i -> receipts[i] = Receipt.of(results.next()));
    activities.ifPresent(all -> all.forget(deleted(waiting.keySet(), receipts)));
    waiting.clear();
  }

  private static Set<String> deleted(Collection<Integer> places, Receipt[] receipts) {
    return places.stream()
        .map(place -> receipts[place])
        .filter(receipt -> receipt.outcome() == Receipt.Outcome.DELETED)
        .map(Receipt::id)
        .collect(Collectors.toSet());
  }

  private static void checkId(String id) {
    Optional<Fault> fault = Normaliser.checkId(id, "/id");
    WinnowException.throwIfAny(ProblemCode.INVALID_CUSTOMER, fault.stream().toList());
  }
}
