package dev.winnow.imports.sample;

import dev.winnow.customer.Customer;
import dev.winnow.customer.FieldValue;
import dev.winnow.schema.Field;
import dev.winnow.schema.Scale;
import dev.winnow.schema.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A customer being made up, field by field in any order. What the schema does not have is left out,
 * so that a company that has changed its schema can still have samples.
 */
final class Draft {
  private final Slots slots;
  private final @Nullable FieldValue[] values;

  Draft(Slots slots) {
    this.slots = slots;
    this.values = new FieldValue[slots.fields().size()];
  }

  void word(String name, String word) {
    Slot slot = slots.of(name);
    if (slot != null && slot.field() instanceof Field.Worded && slot.accepts(word)) {
      values[slot.index()] = FieldValue.Words.of(word);
    }
  }

  void words(String name, List<String> words) {
    Slot slot = slots.of(name);
    if (slot == null || !(slot.field() instanceof Field.Worded)) {
      return;
    }
    List<String> allowed = new ArrayList<>(words.size());
    for (String word : words) {
      if (slot.accepts(word) && !allowed.contains(word)) {
        allowed.add(word);
      }
    }
    if (!allowed.isEmpty()) {
      values[slot.index()] =
          new FieldValue.Words(slot.field().multi() ? allowed : allowed.subList(0, 1));
    }
  }

  void flag(String name, boolean flag) {
    word(name, String.valueOf(flag));
  }

  /** A number or an amount of money, rounded to the field's decimals. */
  void number(String name, double number) {
    Slot slot = slots.of(name);
    if (slot != null
        && (slot.field() instanceof Field.Number || slot.field() instanceof Field.Money)) {
      values[slot.index()] = new FieldValue.Amount(Math.round(number * slot.unit()));
    }
  }

  void date(String name, LocalDate day) {
    Slot slot = slots.of(name);
    if (slot != null && slot.field() instanceof Field.Date) {
      values[slot.index()] = new FieldValue.Amount(day.toEpochDay());
    }
  }

  Customer customer(String id) {
    SequencedMap<String, FieldValue> present = LinkedHashMap.newLinkedHashMap(values.length);
    for (int i = 0; i < values.length; i++) {
      FieldValue value = values[i];
      if (value != null) {
        present.put(slots.fields().get(i).name(), value);
      }
    }
    return new Customer(id, present);
  }

  /** The schema's fields with their positions. */
  record Slots(List<Field> fields, Map<String, Slot> byName) {
    static Slots of(Schema schema) {
      List<Field> fields = List.copyOf(schema.fields().values());
      Map<String, Slot> byName = new HashMap<>();
      for (int i = 0; i < fields.size(); i++) {
        Field field = fields.get(i);
        double unit =
            field instanceof Field.Ordered ordered ? Math.pow(10, Scale.decimals(ordered)) : 1;
        byName.put(field.name(), new Slot(i, field, closedValues(field), unit));
      }
      return new Slots(fields, byName);
    }

    @Nullable Slot of(String name) {
      return byName.get(name);
    }

    private static Set<String> closedValues(Field field) {
      return switch (field) {
        case Field.Keyword(_, List<Field.KnownValue> values, boolean closed) when closed ->
            values.stream().map(Field.KnownValue::value).collect(Collectors.toSet());
        case Field.Tree(_, List<Field.KnownValue> values, boolean closed) when closed ->
            values.stream().map(Field.KnownValue::value).collect(Collectors.toSet());
        case Field _ -> Set.of();
      };
    }
  }

  /**
   * @param closedTo the values allowed; empty for any
   * @param unit steps of the field's scale to one
   */
  record Slot(int index, Field field, Set<String> closedTo, double unit) {
    boolean accepts(String word) {
      return !word.isEmpty() && (closedTo.isEmpty() || closedTo.contains(word));
    }
  }
}
