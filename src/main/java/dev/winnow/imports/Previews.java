package dev.winnow.imports;

import dev.winnow.customer.CustomerCodec;
import dev.winnow.imports.Item.ActivityItem;
import dev.winnow.imports.Item.CustomerItem;
import dev.winnow.mapping.ColumnMapping;
import dev.winnow.tables.RowSource;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Shows what the first rows of a table become. */
record Previews(ImportServices services) {
  private static final int ROWS = 50;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  List<PreviewRow> of(RowSource source, ColumnMapping mapping) {
    RowReader reader =
        new RowReader(services.schema(), mapping, source.header(), services.activities().reader());
    List<PreviewRow> rows = new ArrayList<>();
    while (rows.size() < ROWS && source.hasNext()) {
      ReadRow read = reader.apply(source.next());
      rows.add(
          new PreviewRow(
              read.row().number(), read.items().stream().map(this::part).toList(), read.faults()));
    }
    return rows;
  }

  private PreviewRow.Part part(Item item) {
    byte[] json =
        switch (item) {
          case CustomerItem customer ->
              new CustomerCodec(services.schema()).encode(customer.customer());
          case ActivityItem activity -> services.activities().codec().encode(activity.activity());
        };
    return new PreviewRow.Part(item.rows().word(), item.id(), JSON.readTree(json));
  }
}
