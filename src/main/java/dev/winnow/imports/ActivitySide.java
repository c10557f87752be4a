package dev.winnow.imports;

import dev.winnow.activity.Activity;
import dev.winnow.engine.ActivityWrite;
import dev.winnow.engine.CustomerStore.Durability;
import dev.winnow.imports.Item.ActivityItem;
import dev.winnow.ingest.Receipt;
import dev.winnow.mapping.ColumnMapping.Rows;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What happened with customers. */
record ActivitySide(ImportServices.Activities activities) implements Side<Activity> {
  @Override
  public UndoLog.Kind kind() {
    return UndoLog.Kind.ACTIVITY;
  }

  @Override
  public boolean takes(Rows rows) {
    return rows != Rows.CUSTOMERS;
  }

  @Override
  public Map<String, Found<Activity>> find(Collection<String> ids) {
    Map<String, Found<Activity>> found = new HashMap<>();
    for (String id : ids) {
      activities.store().get(id).ifPresent(value -> found.put(id, new Found<>(value, ANY)));
    }
    return found;
  }

  @Override
  public Activity next(Optional<Activity> before, Item item) {
    return ((ActivityItem) item).activity();
  }

  @Override
  public byte[] encode(Activity value) {
    return activities.codec().encode(value);
  }

  @Override
  public Activity decode(String id, byte[] bytes) {
    return activities.codec().decode(bytes);
  }

  @Override
  public List<Receipt> put(List<Put<Activity>> puts) {
    return activities
        .pipeline()
        .bulk(puts.stream().map(ActivitySide::write).toList(), Durability.AT_CHECKPOINT);
  }

  private static ActivityWrite write(Put<Activity> put) {
    return put.value()
        .<ActivityWrite>map(ActivityWrite.Put::new)
        .orElseGet(() -> new ActivityWrite.Delete(put.id()));
  }
}
