package dev.winnow.connections;

import dev.winnow.imports.SavedMappings;
import dev.winnow.mapping.ColumnMapping;
import dev.winnow.mapping.MappingReader;
import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.schema.Schema;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Finds the column mapping that a connection means: its own, or a saved one. */
public final class ConnectionMappings {
  private final MappingReader reader;
  private final SavedMappings saved;

  public ConnectionMappings(Schema schema, SavedMappings saved) {
    this.reader = new MappingReader(schema);
    this.saved = saved;
  }

  /**
   * The mapping.
   *
   * @param name of the connection, for messages
   * @throws WinnowException INVALID_MAPPING with everything that is wrong in it, INVALID_CONNECTION
   *     when there is none of the name
   */
  public ColumnMapping of(String name, Optional<JsonNode> mapping, Optional<String> mappingName) {
    if (mapping.isPresent()) {
      return reader.read(mapping.get(), name);
    }
    try {
      return saved.mapping(mappingName.orElse(""));
    } catch (WinnowException e) {
      throw new WinnowException(
          e.code() == ProblemCode.MAPPING_NOT_FOUND ? ProblemCode.INVALID_CONNECTION : e.code(),
          e.faults().stream().map(ConnectionMappings::atName).toList());
    }
  }

  private static Fault atName(Fault fault) {
    return new Fault("/mappingName", fault.detail(), fault.expected());
  }

  ColumnMapping of(Connection connection) {
    return of(connection.name(), connection.mapping(), connection.mappingName());
  }
}
