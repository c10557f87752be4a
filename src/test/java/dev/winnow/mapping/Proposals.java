package dev.winnow.mapping;

import dev.winnow.customer.Normaliser;
import dev.winnow.mapping.Proposal.Question;
import dev.winnow.mapping.Proposal.Suggestion;
import dev.winnow.mapping.Proposal.Target;
import dev.winnow.problem.Fault;
import dev.winnow.problem.WinnowException;
import dev.winnow.schema.Schema;
import dev.winnow.schema.SchemaReader;
import dev.winnow.tables.FormatDetector;
import dev.winnow.tables.RowSource;
import dev.winnow.tables.TableFormat;
import dev.winnow.tables.TableProfile;
import dev.winnow.tables.TableProfiler;
import dev.winnow.tables.Tables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Takes files from their bytes to a proposal, as an import does. */
public final class Proposals {
  static final Schema SCHEMA = SchemaReader.read(Path.of("index-config"));

  private Proposals() {}

  static Proposal of(Path file) {
    String name = file.getFileName().toString();
    TableFormat format = FormatDetector.detect(file, name).format();
    try (RowSource source = Tables.open(file, format)) {
      TableProfile profile = TableProfiler.profile(source, _ -> {});
      return new MappingProposer(SCHEMA).propose(profile, format, name);
    }
  }

  /** A table with others of its folder beside it, joined one after the other. */
  static Proposal of(Path file, List<Path> others) {
    String name = file.getFileName().toString();
    TableFormat format = FormatDetector.detect(file, name).format();
    List<ColumnMapping.Lookup> lookups = new ArrayList<>();
    for (Path other : others) {
      String named = other.getFileName().toString();
      TableFormat theirs = FormatDetector.detect(other, named).format();
      try (RowSource table = Tables.open(other, theirs)) {
        lookups.add(JoinKey.find(named, table, profile(file, format, lookups)));
      }
    }
    TableProfile profile = profile(file, format, lookups);
    return new MappingProposer(SCHEMA).propose(profile, format, name, lookups);
  }

  private static TableProfile profile(
      Path file, TableFormat format, List<ColumnMapping.Lookup> lookups) {
    try (RowSource source = JoinedSource.open(file, format, lookups, "")) {
      return TableProfiler.profile(source, _ -> {});
    }
  }

  /** The targets of all columns, such as {@code purchases.amount}; "-" for none. */
  static Map<String, String> targets(Proposal proposal) {
    Map<String, String> targets = new LinkedHashMap<>();
    for (Suggestion suggestion : proposal.columns()) {
      targets.put(suggestion.column(), suggestion.target().map(Proposals::text).orElse("-"));
    }
    return targets;
  }

  /** What is wrong with a mapped row, its values normalised as for writing. */
  static List<Fault> faults(RowMapper.Mapped mapped) {
    Schema schema = ActivityRows.schema(mapped.part().rows()).orElse(SCHEMA);
    List<Fault> faults = new ArrayList<>(mapped.faults());
    try {
      new Normaliser(schema).fromText(mapped.id(), mapped.cells(), mapped.part().formats());
    } catch (WinnowException e) {
      faults.addAll(e.faults());
    }
    return faults;
  }

  private static String text(Target target) {
    return target.rows().word() + "." + target.field();
  }

  /** A line of a table for people: file, columns, mapped, questions. */
  static String summary(String file, Proposal proposal) {
    long mapped = proposal.columns().stream().filter(each -> each.target().isPresent()).count();
    String questions =
        proposal.questions().stream()
            .map(
                question ->
                    question.kind() + (question.column().isEmpty() ? "" : " " + question.column()))
            .collect(Collectors.joining("; "));
    return "%-34s %3d columns, %3d mapped, %d questions %s"
        .formatted(file, proposal.columns().size(), mapped, proposal.questions().size(), questions);
  }

  /** All of it, for a look. */
  static String whole(Proposal proposal) {
    StringBuilder text = new StringBuilder();
    for (Suggestion each : proposal.columns()) {
      text.append(
          "    %-28s -> %-28s %.2f %s %s%n"
              .formatted(
                  each.column(),
                  each.target().map(Proposals::text).orElse("-"),
                  each.confidence(),
                  each.reason(),
                  each.others().stream().map(Proposals::text).toList()));
    }
    for (Question question : proposal.questions()) {
      text.append("    ? ").append(question.text().en()).append(' ');
      text.append(question.options().stream().map(Proposal.Option::value).toList()).append('\n');
    }
    return text + "    " + MappingWriter.toJson(proposal.mapping()) + "\n";
  }

  /** Prints proposals of the files named. */
  public static void main(String[] files) {
    for (String file : files) {
      Proposal proposal = of(Path.of(file));
      System.out.println(summary(Path.of(file).getFileName().toString(), proposal));
      System.out.print(whole(proposal));
    }
  }
}
