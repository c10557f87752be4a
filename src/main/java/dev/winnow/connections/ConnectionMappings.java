package dev.winnow.connections;

import dev.winnow.mapping.ColumnMapping;
import dev.winnow.mapping.MappingReader;
import dev.winnow.problem.Excerpt;
import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Finds the column mapping that a connection means: its own, or a saved one. */
public final class ConnectionMappings {
  private final MappingReader reader;
  private final Function<String, Optional<ColumnMapping>> saved;

  /**
   * @param saved finds a saved mapping by its name
   */
  public ConnectionMappings(Schema schema, Function<String, Optional<ColumnMapping>> saved) {
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
    String wanted = mappingName.orElse("");
    return saved
        .apply(wanted)
        .orElseThrow(
            () ->
                new WinnowException(
                    ProblemCode.INVALID_CONNECTION,
                    List.of(
                        new Fault(
                            "/mappingName",
                            "There is no saved mapping %s.".formatted(Excerpt.quoted(wanted)),
                            ""))));
  }

  ColumnMapping of(Connection connection) {
    return of(connection.name(), connection.mapping(), connection.mappingName());
  }
}
