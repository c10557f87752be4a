package dev.winnow.rules;

import dev.winnow.classify.Rule;
import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a rule says, as it is stored, and whether it still fits the fields of today. */
public sealed interface Definition {
  JsonNode json();

  /** It fits. */
  record Readable(JsonNode json, Rule rule) implements Definition {}

  /**
   * The fields have changed since it was saved. It grades nobody and is kept so that it can be
   * mended.
   *
   * @param faults at least one
   */
  record Broken(JsonNode json, List<Fault> faults) implements Definition {
    public Broken {
      faults = List.copyOf(faults);
    }
  }

  /**
   * The rule.
   *
   * @throws WinnowException INVALID_RULE when it no longer fits the fields
   */
  default Rule rule() {
    return switch (this) {
      case Readable(var _, Rule rule) -> rule;
      case Broken(var _, List<Fault> faults) ->
          throw new WinnowException(ProblemCode.INVALID_RULE, faults);
    };
  }

  default boolean fits() {
    return this instanceof Readable;
  }

  /** The name of the facet that it grades. */
  default String facet() {
    return json().path("facet").asString("");
  }

  /** Such as {@code bands}. */
  default String kind() {
    return json().path("kind").asString("");
  }
}
