package dev.winnow.segment;

import dev.winnow.condition.Condition;
import dev.winnow.condition.ConditionReader;
import dev.winnow.condition.ConditionWriter;
import dev.winnow.problem.WinnowException;
import dev.winnow.schema.Schema;
import tools.jackson.databind.JsonNode;

/** Conditions between their stored and their living form, for the fields of today. */
record Conditions(ConditionReader reader, ConditionWriter writer) {
  Conditions(Schema schema) {
    this(new ConditionReader(schema), new ConditionWriter(schema));
  }

  SavedCondition save(Condition condition) {
    return new SavedCondition.Readable(writer.write(condition), condition);
  }

  SavedCondition load(JsonNode json) {
    try {
      return new SavedCondition.Readable(json, reader.read(json, "/condition"));
    } catch (WinnowException e) {
      return new SavedCondition.Broken(json, e.faults());
    }
  }
}
