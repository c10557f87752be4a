package dev.winnow.classify;

import dev.winnow.classify.Rule.Normalise;
import dev.winnow.classify.Rule.Rhythm;
import dev.winnow.condition.ValueWording;
import dev.winnow.schema.Language;
import dev.winnow.schema.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts rules together from the phrases of one language. */
final class LanguageRules {
  private static final int MOST_VALUES = 6;
  private static final int PERCENT = 2;

  private final Schema schema;
  private final Language language;
  private final ValueWording wording;

  LanguageRules(Schema schema, Language language) {
    this.schema = schema;
    this.language = language;
    this.wording = new ValueWording(schema, language);
  }

  String sentence(Rule rule, CutPoints points) {
    String sentence =
        switch (rule) {
          case Rule.Bands bands -> bands(bands);
          case Rule.Quantiles quantiles -> quantiles(quantiles, points);
          case Rule.Abc abc -> abc(abc, points);
          case Rule.Rfm rfm -> rfm(rfm);
          case Rule.Lifecycle lifecycle -> lifecycle(lifecycle);
          case Rule.Score score -> score(score);
          case Rule.Mapping mapping -> mapping(mapping);
        };
    return switch (language) {
      case EN -> sentence;
      case ZH -> spaced(sentence);
    };
  }

  /** A space between Chinese characters and Latin letters or digits, none between Chinese ones. */
  private static String spaced(String text) {
    return text.replaceAll("(?<=\\p{IsHan})(?=[\\p{IsLatin}\\d])", " ")
        .replaceAll("(?<=[\\p{IsLatin}\\d])(?=\\p{IsHan})", " ")
        .replaceAll("(?<=[\\p{IsHan}，；：（）“”、]) (?=[\\p{IsHan}，；：（）“”、])", "");
  }

  private String bands(Rule.Bands rule) {
    List<String> clauses = new ArrayList<>();
    for (Rule.Band band : rule.bands().reversed()) {
      String grade = grade(rule, band.grade());
      Optional<String> from =
          band.from().map(at -> amount(rule.field(), Decimals.decimal(schema, rule.field(), at)));
      clauses.add(
          from.isEmpty()
              ? say(RulePhrase.OTHERWISE, grade)
              : clauses.isEmpty()
                  ? say(RulePhrase.BAND, grade, wording.field(rule.field()), from.get())
                  : say(RulePhrase.FROM, grade, from.get()));
    }
    return withMissing(clauses, rule, rule.missing());
  }

  private String quantiles(Rule.Quantiles rule, CutPoints points) {
    List<BigDecimal> cuts = points.of(CutPointFinder.CUTS);
    RulePhrase begins = rule.method().rightClosed() ? RulePhrase.ABOVE : RulePhrase.FROM;
    List<String> clauses = new ArrayList<>();
    for (int level = rule.levels().size() - 1; level >= 0; level--) {
      String grade = grade(rule, rule.levels().get(level));
      if (cuts.isEmpty()) {
        clauses.add(say(RulePhrase.PLAIN, grade));
      } else if (level == 0) {
        clauses.add(say(RulePhrase.OTHERWISE, grade));
      } else if (level <= cuts.size()) {
        clauses.add(say(begins, grade, amount(rule.field(), cuts.get(level - 1))));
      }
    }
    return say(
        RulePhrase.EQUAL_SIZES,
        rule.levels().size(),
        wording.field(rule.field()),
        withMissing(clauses, rule, rule.missing()));
  }

  private String abc(Rule.Abc rule, CutPoints points) {
    List<BigDecimal> cuts = points.of(CutPointFinder.CUTS);
    List<String> clauses = new ArrayList<>();
    for (int i = 0; i < rule.classes().size(); i++) {
      Rule.Share share = rule.classes().get(i);
      String grade = grade(rule, share.grade());
      if (share.upTo().isEmpty()) {
        clauses.add(say(RulePhrase.OTHERWISE, grade));
        continue;
      }
      String percent = wording.number(share.upTo().get().movePointRight(PERCENT));
      String clause =
          i == 0
              ? say(RulePhrase.LARGEST, grade, wording.field(rule.field()), percent)
              : say(RulePhrase.UP_TO, grade, percent);
      clauses.add(
          i < cuts.size()
              ? say(RulePhrase.BEGINS, clause, amount(rule.field(), cuts.get(i)))
              : clause);
    }
    return withMissing(clauses, rule, rule.missing());
  }

  private String rfm(Rule.Rfm rule) {
    List<String> clauses = new ArrayList<>();
    for (Rule.RfmSegment segment : rule.segments()) {
      clauses.add(say(RulePhrase.SEGMENT, grade(rule, segment.grade()), scores(segment, rule)));
    }
    rule.otherwise().ifPresent(o -> clauses.add(say(RulePhrase.OTHERWISE, grade(rule, o))));
    return say(
        RulePhrase.SCORED,
        wording.field(rule.recency().field()),
        wording.field(rule.frequency().field()),
        wording.field(rule.monetary().field()),
        rule.scores(),
        withMissing(clauses, rule, rule.missing()));
  }

  private String scores(Rule.RfmSegment segment, Rule.Rfm rule) {
    int best = rule.scores();
    List<String> spans = new ArrayList<>();
    span("R", segment.r(), 1, best).ifPresent(spans::add);
    span("F", segment.f(), 1, best).ifPresent(spans::add);
    span("M", segment.m(), 1, best).ifPresent(spans::add);
    span(say(RulePhrase.SUM), segment.sum(), 3, 3 * best).ifPresent(spans::add);
    return spans.isEmpty() ? say(RulePhrase.ALL_SCORES) : String.join(say(RulePhrase.COMMA), spans);
  }

  /** Says a range unless all scores are in it. */
  private Optional<String> span(String name, Rule.Span span, int least, int most) {
    if (span.from() == least && span.to() == most) {
      return Optional.empty();
    }
    return Optional.of(
        span.from() == span.to()
            ? say(RulePhrase.EXACTLY, name, span.from())
            : say(RulePhrase.SPAN, name, span.from(), span.to()));
  }

  private String lifecycle(Rule.Lifecycle rule) {
    Rule.Stages stages = rule.stages();
    String first = wording.field(rule.first());
    String last = wording.field(rule.last());
    List<String> clauses = new ArrayList<>();
    clauses.add(say(RulePhrase.PROSPECT, grade(rule, stages.prospect()), last));
    clauses.add(say(RulePhrase.NEWCOMER, grade(rule, stages.newcomer()), first, rule.newDays()));
    String churned = grade(rule, stages.churned());
    String atRisk = grade(rule, stages.atRisk());
    switch (rule.rhythm()) {
      case Rhythm.Fixed(int risk, int lost) -> {
        clauses.add(say(RulePhrase.SILENT, churned, last, lost));
        clauses.add(say(RulePhrase.SILENT, atRisk, last, risk));
      }
      case Rhythm.OwnInterval own -> {
        String lost = wording.number(own.churnedAfter());
        String risk = wording.number(own.atRiskAfter());
        clauses.add(say(RulePhrase.SILENT_TIMES, churned, last, lost));
        clauses.add(say(RulePhrase.SILENT_TIMES, atRisk, last, risk));
      }
    }
    clauses.add(say(RulePhrase.OTHERWISE, grade(rule, stages.active())));
    return joined(clauses);
  }

  private String score(Rule.Score rule) {
    String sum =
        rule.parts().stream().map(this::part).collect(Collectors.joining(say(RulePhrase.PLUS)));
    List<String> clauses = new ArrayList<>();
    for (Rule.ScoreBand band : rule.bands().reversed()) {
      String grade = grade(rule, band.grade());
      clauses.add(
          band.from()
              .map(from -> say(RulePhrase.FROM, grade, wording.number(from)))
              .orElseGet(() -> say(RulePhrase.OTHERWISE, grade)));
    }
    return say(RulePhrase.SCORE, sum, joined(clauses));
  }

  private String part(Rule.Part part) {
    String how =
        switch (part.normalise()) {
          case Normalise.MinMax _ -> say(RulePhrase.MINMAX);
          case Normalise.Percentile _ -> say(RulePhrase.PERCENTILE);
          case Normalise.Log _ -> say(RulePhrase.LOG);
          case Normalise.Fixed(long from, long to) ->
              say(
                  RulePhrase.FIXED,
                  amount(part.field(), Decimals.decimal(schema, part.field(), from)),
                  amount(part.field(), Decimals.decimal(schema, part.field(), to)));
        };
    String weight = wording.number(part.weight());
    return say(RulePhrase.WEIGHED, weight, wording.field(part.field()), how);
  }

  private String mapping(Rule.Mapping rule) {
    List<String> clauses = new ArrayList<>();
    for (Rule.Group group : rule.groups()) {
      String values = values(rule.field(), group.values());
      clauses.add(
          say(RulePhrase.GROUP, grade(rule, group.grade()), wording.field(rule.field()), values));
    }
    rule.otherwise().ifPresent(o -> clauses.add(say(RulePhrase.OTHERWISE, grade(rule, o))));
    return withMissing(clauses, rule, rule.missing());
  }

  private String values(String field, List<String> values) {
    List<String> names =
        values.stream()
            .limit(MOST_VALUES)
            .map(value -> wording.value(field, value))
            .collect(Collectors.toCollection(ArrayList::new));
    if (values.size() > MOST_VALUES) {
      names.add(say(RulePhrase.MORE, values.size() - MOST_VALUES));
    }
    String last = names.removeLast();
    return names.isEmpty()
        ? last
        : String.join(say(RulePhrase.COMMA), names) + say(RulePhrase.OR) + last;
  }

  private String withMissing(List<String> clauses, Rule rule, Optional<String> missing) {
    missing.ifPresent(
        grade ->
            clauses.add(
                say(
                    RulePhrase.MISSING,
                    grade(rule, grade),
                    rule.inputs().stream()
                        .map(wording::field)
                        .collect(Collectors.joining(say(RulePhrase.OR))))));
    return joined(clauses);
  }

  private String joined(List<String> clauses) {
    return String.join(say(RulePhrase.SEMICOLON), clauses);
  }

  private String grade(Rule rule, String grade) {
    return wording.value(rule.facet(), grade);
  }

  private String amount(String field, BigDecimal amount) {
    return wording.amount(Decimals.ordered(schema, field), amount);
  }

  private String say(RulePhrase phrase, Object... parts) {
    return phrase.in(language, parts);
  }
}
