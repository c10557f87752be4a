package dev.winnow.classify;

import static dev.winnow.classify.People.SCHEMA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class RuleReaderTest {
  private static final String BANDS =
      "{'kind':'bands','facet':'value_tier','field':'total_spend','bands':%s}";
  private static final String SEGMENTS = "'segments':[{'grade':'champions','r':[4,5]}]";
  private static final String RFM =
      "{'kind':'rfm','facet':'purchase_behaviour','recency':'last_purchase',"
          + "'frequency':'order_count','monetary':'total_spend',%s}";
  private static final String LIFECYCLE =
      "{'kind':'lifecycle','facet':'lifecycle','first':'first_purchase','last':'last_purchase',%s}";
  private static final String SCORE =
      "{'kind':'score','facet':'value_tier','parts':%s,'bands':[{'grade':'low'}]}";
  private static final String MAPPING =
      "{'kind':'mapping','facet':'value_tier','field':'scale','groups':%s}";

  @Test
  void bands_are_read_on_the_scale_of_their_field() {
    String bands =
        "[{'grade':'low','to':1000},{'grade':'middle','from':1000},{'grade':'high','from':9999.5}]";
    assertThat(read(BANDS.formatted(bands)))
        .isEqualTo(
            new Rule.Bands(
                "value_tier",
                "total_spend",
                List.of(
                    new Rule.Band("low", Optional.empty()),
                    new Rule.Band("middle", Optional.of(100_000L)),
                    new Rule.Band("high", Optional.of(999_950L))),
                Optional.empty()));
  }

  @Test
  void bands_on_a_date_begin_on_a_day() {
    String rule =
        "{'kind':'bands','facet':'channel','field':'customer_since','bands':"
            + "[{'grade':'old'},{'grade':'recent','from':'%s'}]}";
    assertThat(((Rule.Bands) read(rule.formatted("2026-01-01"))).bands().getLast().from())
        .contains(LocalDate.of(2026, 1, 1).toEpochDay());
    assertThat(faults(rule.formatted("2026-01-32")))
        .extracting(Fault::pointer)
        .containsExactly("/bands/1/from");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "[]                                                             | /bands",
        "[{'grade':'low','from':1}]                                     | /bands/0/from",
        "[{'grade':'low'},{'grade':'high'}]                             | /bands/1",
        "[{'grade':'low'},{'grade':'middle','from':9},{'grade':'high','from':9}] | /bands/2/from",
        "[{'grade':'low'},{'grade':'middle','from':9},{'grade':'high','from':8}] | /bands/2/from",
        "[{'grade':'low','to':8},{'grade':'high','from':9}]             | /bands/0/to",
        "[{'grade':'low','to':10},{'grade':'high','from':9}]            | /bands/0/to",
        "[{'grade':'low'},{'grade':'high','from':9,'to':10}]            | /bands/1/to",
        "[{'grade':'low'},{'grade':'low','from':9}]                     | /bands/1/grade",
        "[{'grade':'lwo'}]                                              | /bands/0/grade",
        "[{'grade':'low'},{'grade':'high','from':'9'}]                  | /bands/1/from",
        "[{'grade':'low'},{'grade':'high','from':9.001}]                | /bands/1/from",
        "[{'grade':'low'},{'grade':'high','from':1e18}]                 | /bands/1/from",
        "[{'grade':'low','colour':1}]                                   | /bands/0/colour",
        "[1]                                                            | /bands/0",
        "7                                                              | /bands",
      })
  void bands_with_gaps_overlaps_and_other_slips_are_refused(String bands, String pointer) {
    assertThat(faults(BANDS.formatted(bands))).extracting(Fault::pointer).containsExactly(pointer);
  }

  @Test
  void all_faults_are_found_at_once_and_say_what_was_meant() {
    List<Fault> faults =
        faults(
            "{'kind':'bands','facet':'value_teir','field':'totl_spend','bands':[],'x':1,'missing':3}");
    assertThat(faults)
        .extracting(Fault::pointer)
        .containsExactlyInAnyOrder("/x", "/facet", "/field", "/bands", "/missing");
    assertThat(faults)
        .extracting(Fault::expected)
        .contains("Did you mean \"value_tier\"?", "Did you mean \"total_spend\"?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'tags','field':'total_spend','grades':['a','b']                | /facet",
        "'code','field':'total_spend','grades':['a','b']                | /facet",
        "'total_spend','field':'total_spend','grades':['a','b']         | /facet",
        "'channel','field':'industry','grades':['a','b']                | /field",
        "'channel','field':'total_spend','grades':['a']                 | /grades",
        "'channel','field':'total_spend','grades':['a','a']             | /grades/1",
        "'channel','field':'total_spend','grades':['a','b'],'method':'fixed'  | /method",
        "'channel','field':'total_spend','grades':['a','b'],'ties':'random'   | /ties",
        "'value_tier','field':'total_spend','grades':['low','hihg']     | /grades/1",
      })
  void quantiles_with_faults_are_refused(String rest, String pointer) {
    assertThat(faults("{'kind':'quantiles','facet':" + rest + "}"))
        .extracting(Fault::pointer)
        .containsExactly(pointer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "[{'grade':'a','upTo':0.8},{'grade':'b','upTo':0.8},{'grade':'c'}] | /grades/1/upTo",
        "[{'grade':'a','upTo':0},{'grade':'b'}]                            | /grades/0/upTo",
        "[{'grade':'a','upTo':80},{'grade':'b'}]                           | /grades/0/upTo",
        "[{'grade':'a'},{'grade':'b'}]                                     | /grades/0/upTo",
        "[{'grade':'a','upTo':0.8},{'grade':'b','upTo':0.9}]               | /grades/1/upTo",
        "[{'grade':'a','upTo':0.8},{'grade':'a'}]                          | /grades/1/grade",
      })
  void shares_that_do_not_ascend_to_the_whole_are_refused(String grades, String pointer) {
    String rule = "{'kind':'abc','facet':'channel','field':'total_spend','grades':" + grades + "}";
    assertThat(faults(rule)).extracting(Fault::pointer).contains(pointer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'method':'qcut','scores':1,%s                                  | /scores",
        "'method':'qcut','scores':3,%s                                  | /segments/0/r/0",
        "'method':'qcutt',%s                                            | /method",
        "'method':{'recency':'qcut','frequency':'rank'},%s              | /method/monetary",
        "'method':'fixed',%s                                            | /cuts/recency",
        "'method':'qcut','cuts':{'recency':[1,2,3,4]},%s                | /cuts/recency",
        "'method':{'recency':'fixed','frequency':'qcut','monetary':'qcut'},'cuts':{'recency':[1,3,2,4]},%s | /cuts/recency/2",
        "'method':'qcut','asOf':'2026-02-30',%s                         | /asOf",
        "'method':'qcut','segments':[]                                  | /segments",
        "'method':'qcut','segments':[{'grade':'lost','r':[3,2]}]        | /segments/0/r",
        "'method':'qcut','segments':[{'grade':'lost','f':[1,6]}]        | /segments/0/f/1",
        "'method':'qcut','segments':[{'grade':'lost','f':[1]}]          | /segments/0/f",
        "'method':'qcut','otherwise':'nobody',%s                        | /otherwise",
      })
  void rfm_rules_with_faults_are_refused(String rest, String pointer) {
    assertThat(faults(RFM.formatted(rest.formatted(SEGMENTS))))
        .extracting(Fault::pointer)
        .contains(pointer);
  }

  @Test
  void a_dimension_of_rfm_can_have_a_method_of_its_own() {
    Rule rule =
        read(
            RFM.formatted(
                "'method':{'recency':'qcut','frequency':'rank','monetary':'fixed'},"
                    + "'cuts':{'monetary':[1,2.5,3,4]},'ties':'by-number',"
                    + SEGMENTS));
    assertThat(((Rule.Rfm) rule).dimensions().values())
        .extracting(Rule.Dimension::method)
        .containsExactly(QuantileMethod.QCUT, QuantileMethod.RANK, QuantileMethod.FIXED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'newDays':30,'mode':'fixed','atRiskAfter':90,'churnedAfter':90    | /churnedAfter",
        "'newDays':-1,'mode':'fixed','atRiskAfter':90,'churnedAfter':180   | /newDays",
        "'newDays':30,'mode':'fixed','atRiskAfter':1.5,'churnedAfter':180  | /atRiskAfter",
        "'newDays':30,'mode':'fixed','churnedAfter':180                    | /atRiskAfter",
        "'newDays':30,'mode':'own','atRiskAfter':90,'churnedAfter':180     | /mode",
        "'newDays':30,'mode':'own-interval','atRiskAfter':2,'churnedAfter':4       | /count",
        "'newDays':30,'mode':'fixed','interval':3,'atRiskAfter':90,'churnedAfter':180 | /interval",
        "'newDays':30,'mode':'fixed','atRiskAfter':90,'churnedAfter':180,'grades':{'new':'neu'} | /grades/new",
        "'newDays':30,'mode':'fixed','atRiskAfter':90,'churnedAfter':180,'count':'last_purchase' | /count",
      })
  void lifecycles_with_faults_are_refused(String rest, String pointer) {
    assertThat(faults(LIFECYCLE.formatted(rest))).extracting(Fault::pointer).contains(pointer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "[]                                                                  | /parts",
        "[{'field':'total_spend','weight':0,'normalise':'log'}]              | /parts",
        "[{'field':'total_spend','weight':'1','normalise':'log'}]            | /parts/0/weight",
        "[{'field':'total_spend','weight':1,'normalise':'lgo'}]              | /parts/0/normalise",
        "[{'field':'total_spend','weight':1,'normalise':'log','from':1}]     | /parts/0/from",
        "[{'field':'total_spend','weight':1,'normalise':'fixed','from':1}]   | /parts/0/to",
        "[{'field':'total_spend','weight':1,'normalise':'fixed','from':1,'to':1}] | /parts/0/to",
        "[{'field':'total_spend','weight':1,'normalise':'log','missing':2}]  | /parts/0/missing",
        "[{'field':'total_spend','weight':1,'normalise':'log'},{'field':'total_spend','weight':1,'normalise':'log'}] | /parts/1/field",
      })
  void scores_with_faults_are_refused(String parts, String pointer) {
    assertThat(faults(SCORE.formatted(parts))).extracting(Fault::pointer).contains(pointer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "[]                                                     | /groups",
        "[{'grade':'high','values':[]}]                         | /groups/0/values",
        "[{'grade':'high','values':['larg']}]                   | /groups/0/values/0",
        "[{'grade':'high','values':['large','large']}]          | /groups/0/values/1",
        "[{'grade':'high','values':['large']},{'grade':'low','values':['micro','large']}] | /groups/1/values/1",
      })
  void groups_with_faults_are_refused(String groups, String pointer) {
    assertThat(faults(MAPPING.formatted(groups)))
        .extracting(Fault::pointer)
        .containsExactly(pointer);
  }

  @Test
  void a_rule_cannot_read_the_facet_that_it_grades() {
    String rule = MAPPING.replace("'scale'", "'value_tier'");
    assertThat(faults(rule.formatted("[{'grade':'high','values':['low']}]")))
        .extracting(Fault::pointer)
        .containsExactly("/field");
  }

  @Test
  void what_is_no_rule_at_all_is_refused() {
    assertThat(faults("[]")).hasSize(1);
    assertThat(faults("{}")).extracting(Fault::pointer).containsExactly("/kind");
    assertThat(faults("{'kind':'band'}").getFirst().expected()).contains("bands");
  }

  @Test
  void rules_are_put_in_an_order_in_which_each_finds_what_it_reads() {
    Rule tier = read(MAPPING.formatted("[{'grade':'high','values':['large']}]"));
    Rule channel = mapping("channel", "value_tier", "high");
    Rule occupation = mapping("occupation", "channel", "x");
    assertThat(RuleOrder.of(List.of(occupation, channel, tier)))
        .containsExactly(tier, channel, occupation);
  }

  @Test
  void rules_that_read_each_other_in_a_circle_are_refused() {
    Rule channel = mapping("channel", "occupation", "x");
    Rule occupation = mapping("occupation", "channel", "x");
    WinnowException e = refused(() -> RuleOrder.of(List.of(channel, occupation)));
    assertThat(e.code()).isEqualTo(ProblemCode.RULE_CYCLE);
    assertThat(e).hasMessageContaining("channel → occupation → channel");
  }

  @Test
  void a_facet_has_one_rule() {
    Rule channel = mapping("channel", "occupation", "x");
    WinnowException e =
        refused(() -> RuleOrder.of(List.of(channel, mapping("channel", "owner", "y"))));
    assertThat(e.faults()).extracting(Fault::pointer).containsExactly("/1/facet");
  }

  private static Rule mapping(String facet, String field, String value) {
    return read(
        "{'kind':'mapping','facet':'%s','field':'%s','groups':[{'grade':'g','values':['%s']}]}"
            .formatted(facet, field, value));
  }

  private static Rule read(String json) {
    return new RuleReader(SCHEMA).read(json(json), "");
  }

  private static List<Fault> faults(String json) {
    WinnowException e = refused(() -> read(json));
    assertThat(e.code()).isEqualTo(ProblemCode.INVALID_RULE);
    return e.faults();
  }

  private static WinnowException refused(Runnable action) {
    return catchThrowableOfType(WinnowException.class, action::run);
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text.replace('\'', '"'));
  }
}
