package dev.winnow.mapping;

import dev.winnow.mapping.ColumnMapping.Lookup;
import dev.winnow.mapping.ColumnMapping.Part;
import dev.winnow.mapping.ColumnMapping.Rows;
import dev.winnow.mapping.Matched.Found;
import dev.winnow.mapping.Proposal.Question;
import dev.winnow.mapping.Proposal.Reason;
import dev.winnow.mapping.Proposal.Suggestion;
import dev.winnow.mapping.Proposal.Target;
import dev.winnow.schema.Schema;
import dev.winnow.tables.TableFormat;
import dev.winnow.tables.TableProfile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Proposes how a table is mapped. Each column is compared with all fields by its name and by its
 * values, for customers and for each kind of activity; the kind whose columns fit best decides, and
 * all columns are given to fields together, so that the whole fits best.
 */
public final class MappingProposer {
  private static final int OTHERS = 3;

  private final Schema schema;
  private final ContentMatch content = new ContentMatch();

  /**
   * @param schema of customers
   */
  public MappingProposer(Schema schema) {
    this.schema = schema;
  }

  /**
   * The likeliest mapping of a table.
   *
   * @param format which the mapping takes over
   * @param fileName where the table comes from; it tells what a list of products is
   */
  public Proposal propose(TableProfile profile, TableFormat format, String fileName) {
    return propose(profile, format, fileName, List.of());
  }

  /**
   * The likeliest mapping of a table with others beside it.
   *
   * @param lookups the other tables, whose columns are in the profile; the mapping takes them over
   */
  public Proposal propose(
      TableProfile profile, TableFormat format, String fileName, List<Lookup> lookups) {
    Set<String> keys = lookups.stream().map(Lookup::keyColumn).collect(Collectors.toSet());
    List<ColumnClues> columns =
        profile.columns().stream()
            .filter(column -> !keys.contains(column.name()))
            .map(column -> ColumnClues.of(column, lookups))
            .toList();
    TableKind kind = TableKind.of(columns, fileName, schema, content);
    List<Question> questions = new ArrayList<>();
    kind.reference().ifPresent(thing -> questions.add(Questions.reference(thing)));
    RuleDraft draft = new RuleDraft(kind.matched(), content, questions);
    List<Part> parts = new ArrayList<>();
    if (kind.rows() == Rows.CUSTOMERS) {
      parts.add(new CustomerPart(schema, kind.matched(), draft, questions).alone());
    } else {
      ActivityPart activities = new ActivityPart(kind.rows(), kind.matched(), draft, questions);
      activities
          .customer()
          .ifPresent(
              id ->
                  parts.add(
                      new CustomerPart(schema, kind.matched(), draft, questions).derived(id)));
      parts.add(activities.part());
    }
    ColumnMapping mapping = new ColumnMapping(fileName, format, lookups, parts);
    return new Proposal(mapping, suggestions(kind.matched(), mapping), questions);
  }

  private static List<Suggestion> suggestions(Matched matched, ColumnMapping mapping) {
    Map<String, Target> targets = targets(mapping);
    List<Suggestion> result = new ArrayList<>();
    for (int i = 0; i < matched.columns().size(); i++) {
      int place = i;
      String column = matched.columns().get(i).profile().name();
      Optional<Target> target = Optional.ofNullable(targets.get(column));
      Optional<Found> found =
          matched.found().stream().filter(each -> each.column() == place).findFirst();
      List<Target> others =
          matched.candidates().get(i).stream()
              .map(each -> new Target(each.rows(), each.concept().field()))
              .distinct()
              .filter(each -> !each.equals(target.orElse(null)))
              .limit(OTHERS)
              .toList();
      result.add(
          new Suggestion(
              column,
              target,
              target.isPresent() ? found.map(Found::score).orElse(ColumnMatcher.LEAST) : 0,
              target.isPresent() ? found.map(Found::reason).orElse(Reason.CONTENT) : Reason.NONE,
              others));
    }
    return result;
  }

  /** What each column is for: a field of its own before the id, which others may share. */
  private static Map<String, Target> targets(ColumnMapping mapping) {
    Map<String, Target> targets = new LinkedHashMap<>();
    for (Part part : mapping.parts()) {
      for (FieldRule rule : part.fields()) {
        if (!rule.field().name().equals("code")) {
          rule.origin()
              .columns()
              .forEach(
                  column ->
                      targets.putIfAbsent(
                          column.name(), new Target(part.rows(), rule.field().name())));
        }
      }
    }
    for (Part part : mapping.parts()) {
      part.id()
          .columns()
          .forEach(
              column -> targets.putIfAbsent(column.name(), new Target(part.rows(), Target.ID)));
      part.rule("code")
          .ifPresent(
              rule ->
                  rule.origin()
                      .columns()
                      .forEach(
                          column ->
                              targets.putIfAbsent(column.name(), new Target(part.rows(), "code"))));
    }
    return targets;
  }
}
