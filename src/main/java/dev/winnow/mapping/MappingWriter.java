package dev.winnow.mapping;

import dev.winnow.customer.DatePattern;
import dev.winnow.mapping.ColumnMapping.Column;
import dev.winnow.mapping.ColumnMapping.IdRule;
import dev.winnow.mapping.ColumnMapping.Lookup;
import dev.winnow.mapping.ColumnMapping.Part;
import dev.winnow.mapping.ColumnMapping.Repeats;
import dev.winnow.mapping.ColumnMapping.RowTest;
import dev.winnow.tables.TableFormatJson;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a mapping as the JSON that {@link MappingReader} reads back as an equal one. */
public final class MappingWriter {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Set<String> nulls;

  private MappingWriter(Set<String> nulls) {
    this.nulls = nulls;
  }

  /** The whole mapping, its format included; only its name is left out. */
  public static ObjectNode toJson(ColumnMapping mapping) {
    Set<String> nulls = commonNulls(mapping);
    MappingWriter writer = new MappingWriter(nulls);
    ObjectNode json = JSON.objectNode();
    json.set("format", TableFormatJson.write(mapping.format()));
    if (!mapping.lookups().isEmpty()) {
      ArrayNode lookups = json.putArray("lookups");
      mapping.lookups().forEach(lookup -> lookups.add(lookup(lookup)));
    }
    if (!nulls.isEmpty()) {
      json.set("nulls", texts(new TreeSet<>(nulls)));
    }
    if (mapping.parts().size() == 1) {
      writer.part(mapping.parts().getFirst(), json);
    } else {
      ArrayNode parts = json.putArray("parts");
      mapping.parts().forEach(part -> writer.part(part, parts.addObject()));
    }
    return json;
  }

  /** What means "no value" in every rule that reads columns. */
  private static Set<String> commonNulls(ColumnMapping mapping) {
    List<Set<String>> all =
        mapping.parts().stream()
            .flatMap(part -> part.fields().stream())
            .filter(rule -> !rule.origin().columns().isEmpty())
            .map(FieldRule::nulls)
            .toList();
    Set<String> common = new HashSet<>(all.isEmpty() ? Set.of() : all.getFirst());
    all.forEach(common::retainAll);
    return common;
  }

  private static ObjectNode lookup(Lookup lookup) {
    return JSON.objectNode()
        .put("name", lookup.name())
        .put("file", lookup.file())
        .put("key", lookup.key().name())
        .put("by", lookup.by().name());
  }

  private void part(Part part, ObjectNode json) {
    json.put("rows", part.rows().word());
    json.set("id", id(part.id()));
    if (part.repeats() == Repeats.REJECT) {
      json.put("repeated-ids", "reject");
    }
    tests("when", part.when(), json);
    tests("skip", part.skip(), json);
    tests("returns", part.returns(), json);
    ObjectNode fields = json.putObject("fields");
    part.fields().forEach(rule -> fields.set(rule.field().name(), rule(rule)));
  }

  private static ObjectNode id(IdRule id) {
    ObjectNode json = JSON.objectNode();
    columns("column", "columns", id.columns(), json);
    if (!id.prefix().isEmpty()) {
      json.put("prefix", id.prefix());
    }
    if (!id.join().equals(IdRule.JOIN)) {
      json.put("join", id.join());
    }
    if (id.number()) {
      json.put("number", true);
    }
    return json;
  }

  private static void tests(String key, List<RowTest> tests, ObjectNode json) {
    if (tests.isEmpty()) {
      return;
    }
    ArrayNode array = json.putArray(key);
    for (RowTest test : tests) {
      ObjectNode node = array.addObject().put("column", test.column().name());
      switch (test.test()) {
        case IS -> node.set("is", texts(test.texts()));
        case STARTS_WITH -> node.set("starts-with", texts(test.texts()));
        case NEGATIVE -> node.put("negative", true);
      }
    }
  }

  private ObjectNode rule(FieldRule rule) {
    ObjectNode json = JSON.objectNode();
    switch (rule.origin()) {
      case FieldRule.Constant(String text) -> json.put("constant", text);
      case FieldRule.OwnId _ -> json.put("id", true);
      case FieldRule.Product product -> product(product, json);
      case FieldRule.Cells cells -> {
        columns("column", "columns", cells.columns(), json);
        cells.join().ifPresent(join -> json.put("join", join));
      }
    }
    Set<String> own = new TreeSet<>(rule.nulls());
    own.removeAll(nulls);
    if (!own.isEmpty()) {
      json.set("nulls", texts(own));
    }
    if (!rule.split().isEmpty()) {
      json.put("split", rule.split());
    }
    if (!rule.values().isEmpty()) {
      ObjectNode values = json.putObject("values");
      rule.values().forEach(values::put);
    }
    switch (rule.unlisted()) {
      case KEEP -> {}
      case FIND -> json.put("unlisted", "find");
      case KNOWN -> json.put("unlisted", "known");
      case REJECT -> json.put("unlisted", "reject");
      case EMPTY -> json.put("unlisted", "empty");
    }
    written(rule, json);
    return json;
  }

  private static void written(FieldRule rule, ObjectNode json) {
    if (!rule.prefix().isEmpty()) {
      json.put("prefix", rule.prefix());
    }
    if (!rule.unit().isEmpty()) {
      json.put("unit", rule.unit());
    }
    if (rule.number()) {
      json.put("number", true);
    }
    if (!rule.dates().isEmpty()) {
      json.set("dates", texts(rule.dates().stream().map(DatePattern::text).toList()));
    }
    if (rule.decimalComma()) {
      json.put("decimal-comma", true);
    }
  }

  private static void product(FieldRule.Product product, ObjectNode json) {
    ArrayNode factors = json.putArray("times");
    product.factors().forEach(factor -> factors.add(factor.name()));
    product.less().ifPresent(less -> json.put("less", less.name()));
    if (product.negative()) {
      json.put("negative", true);
    }
  }

  private static void columns(String one, String many, List<Column> columns, ObjectNode json) {
    if (columns.size() == 1) {
      json.put(one, columns.getFirst().name());
    } else {
      ArrayNode names = json.putArray(many);
      columns.forEach(column -> names.add(column.name()));
    }
  }

  private static ArrayNode texts(Collection<String> texts) {
    ArrayNode array = JSON.arrayNode();
    texts.forEach(array::add);
    return array;
  }
}
