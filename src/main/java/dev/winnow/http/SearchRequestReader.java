package dev.winnow.http;

import dev.winnow.condition.Condition;
import dev.winnow.engine.FacetRequest;
import dev.winnow.engine.Question;
import dev.winnow.engine.Question.SortKey;
import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads the body of a search, naming all its faults at once. */
final class SearchRequestReader {
  static final int MAX_TEXT = 256;
  private static final int MAX_FACETS = 50;
  private static final int MAX_EXPANDED = 100;
  private static final int MAX_SORT = 3;
  private static final int MAX_PAGE = 1_000;
  private static final int DEFAULT_PAGE = 50;
  private static final int MAX_VALUE = 1_024;

  private final Schema schema;
  private final Conditions conditions;

  SearchRequestReader(Schema schema, Conditions conditions) {
    this.schema = schema;
    this.conditions = conditions;
  }

  SearchRequest read(JsonNode body) {
    Faults faults = new Faults();
    Input input =
        new Input(
            body, "", faults, Set.of("condition", "text", "facets", "sort", "offset", "limit"));
    Condition condition = conditions.read(input.node("condition"), "/condition", faults);
    int offset = input.integer("offset", 0, Question.MAX_WINDOW).orElse(0);
    int limit = input.integer("limit", 0, MAX_PAGE).orElse(DEFAULT_PAGE);
    if (offset + limit > Question.MAX_WINDOW) {
      faults.add(
          "/offset",
          "The page lies too deep.",
          "Offset and limit together at most 10,000; save a segment to read longer lists.");
    }
    SearchRequest request =
        new SearchRequest(
            condition,
            input.text("text", MAX_TEXT).orElse("").strip(),
            facets(input, faults),
            sort(input, faults),
            offset,
            limit);
    faults.throwIfAny();
    return request;
  }

  private List<FacetRequest> facets(Input input, Faults faults) {
    List<FacetRequest> facets = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    List<JsonNode> nodes = input.list("facets", MAX_FACETS);
    for (int i = 0; i < nodes.size(); i++) {
      String pointer = "/facets/" + i;
      Input facet =
          new Input(
              nodes.get(i), pointer, faults, Set.of("field", "limit", "contains", "expanded"));
      Optional<Field> field = field(facet, pointer, faults);
      if (field.isPresent() && !field.get().facet()) {
        faults.add(pointer + "/field", field.get().name() + " is not a facet.", "");
      }
      if (field.isPresent() && !seen.add(field.get().name())) {
        faults.add(pointer + "/field", "The facet is asked for twice.", "");
      }
      FacetRequest request =
          new FacetRequest(
              field.map(Field::name).orElse(""),
              facet.integer("limit", 1, FacetRequest.MAX_LIMIT).orElse(100),
              facet.text("contains", MAX_TEXT).orElse(""),
              expanded(facet, pointer, faults));
      field.ifPresent(known -> fitting(known, request, pointer, faults));
      facets.add(request);
    }
    return facets;
  }

  /** An ordered facet has no values to search, and only a tree has nodes to expand. */
  private static void fitting(Field field, FacetRequest request, String pointer, Faults faults) {
    if (field instanceof Field.Ordered && !request.contains().isEmpty()) {
      faults.add(pointer + "/contains", field.name() + " is counted by ranges.", "Leave it out.");
    }
    if (!(field instanceof Field.Tree) && !request.expanded().isEmpty()) {
      faults.add(pointer + "/expanded", field.name() + " is not a tree.", "Leave it out.");
    }
  }

  private static List<String> expanded(Input facet, String pointer, Faults faults) {
    List<String> paths = new ArrayList<>();
    for (JsonNode node : facet.list("expanded", MAX_EXPANDED)) {
      if (node.isString() && node.stringValue().length() <= MAX_VALUE) {
        paths.add(node.stringValue());
      } else {
        faults.add(pointer + "/expanded", "Every element must be the path of a node.", "");
      }
    }
    return paths;
  }

  private List<SortKey> sort(Input input, Faults faults) {
    List<SortKey> keys = new ArrayList<>();
    List<JsonNode> nodes = input.list("sort", MAX_SORT);
    for (int i = 0; i < nodes.size(); i++) {
      String pointer = "/sort/" + i;
      Input key = new Input(nodes.get(i), pointer, faults, Set.of("field", "order"));
      Optional<Field> field = field(key, pointer, faults);
      if (field.isPresent() && field.get().multi()) {
        faults.add(
            pointer + "/field", field.get().name() + " has several values.", "A field with one.");
      }
      String order = key.text("order", MAX_TEXT).orElse("asc");
      if (!Set.of("asc", "desc").contains(order)) {
        faults.add(pointer + "/order", "There is no such order.", "asc or desc.");
      }
      keys.add(new SortKey(field.map(Field::name).orElse(""), order.equals("desc")));
    }
    return keys;
  }

  private Optional<Field> field(Input input, String pointer, Faults faults) {
    input.required("field");
    Optional<String> name = input.text("field", MAX_TEXT);
    Optional<Field> field = name.flatMap(schema::field);
    if (name.isPresent() && field.isEmpty()) {
      faults.add(pointer + "/field", "There is no such field.", "");
    }
    return field;
  }
}
