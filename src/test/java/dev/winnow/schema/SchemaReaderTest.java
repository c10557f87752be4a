// Long because it lists every fault of a configuration with the words in which it is told.
package dev.winnow.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases put a field at line 4 below a sound one, or replace the whole of a file. */
final class SchemaReaderTest {
  private static final String SOUND =
      """
      title: name
      fields:
        - {name: name, type: text, label: {en: Name, zh: 名称}}
      """;
  private static final String LABEL = "label: {en: A, zh: 甲}";

  @TempDir Path folder;

  @BeforeEach
  void writeSoundConfiguration() throws IOException {
    write("fields.yml", SOUND);
    write("analysis.yml", "{}");
  }

  @Test
  void fields_come_out_as_declared() throws IOException {
    write(
        "fields.yml",
        SOUND
            + """
              - {name: tier, type: keyword, label: {en: Tier, zh: 等级}, facet: true, closed: true,
                 values: [{value: high, label: {en: High, zh: 高}}]}
              - {name: place, type: tree, label: {en: Place, zh: 地区}, values-from: places.tsv}
              - {name: spend, type: money, currency: JPY, label: {en: Spend, zh: 消费}}
              - {name: rate, type: number, decimals: 2, unit: "%", label: {en: Rate, zh: 率}}
              - {name: mail, type: email, multi: true, personal: true, searched: true,
                 required: true, label: {en: Mail, zh: 邮箱}}
            """);
    write("places.tsv", "# places\n中国\tChina\t中国\n\n 中国 / 浙江 \tZhejiang\t浙江\n");
    write(
        "analysis.yml",
        "{tie-break: tier, synonyms: s.txt, company-suffixes: c.txt, place-names: place}");
    write("s.txt", "# words\nSoftware , 软件\nBank，银行\n");
    write("c.txt", "GmbH\n有限公司\n");

    Schema schema = SchemaReader.read(folder);

    assertThat(schema.title()).isEqualTo("name");
    assertThat(schema.fields().sequencedKeySet())
        .containsExactly("name", "tier", "place", "spend", "rate", "mail");
    assertThat(schema.facets()).hasSize(1).first().isInstanceOf(Field.Keyword.class);
    assertThat(schema.valueLabels(schema.field("place").orElseThrow()))
        .containsExactly(
            Map.entry("中国", new Label("China", "中国")),
            Map.entry("中国/浙江", new Label("Zhejiang", "浙江")));
    assertThat(schema.field("spend").orElseThrow())
        .isInstanceOfSatisfying(Field.Money.class, m -> assertThat(m.decimals()).isZero());
    assertThat(schema.field("mail").orElseThrow().traits())
        .isEqualTo(
            new Field.Traits("mail", new Label("Mail", "邮箱"), false, true, true, true, true));
    assertThat(schema.search())
        .isEqualTo(
            new Schema.SearchSettings(
                List.of(List.of("software", "软件"), List.of("bank", "银行")),
                List.of("gmbh", "有限公司", "中国", "china", "浙江", "zhejiang"),
                "tier"));
  }

  static Stream<Arguments> brokenFields() {
    return Stream.of(
        field(
            "name: a, tpye: text, type: text, " + LABEL,
            "fields.yml:4: The key \"tpye\" is unknown. Did you mean \"type\"?"),
        field(
            "name: a, type: txet, " + LABEL,
            "fields.yml:4: The type \"txet\" is unknown. Did you mean \"text\"?"),
        field(
            "name: a, type: blob, " + LABEL,
            "fields.yml:4: The type \"blob\" is unknown. Known are: text, keyword, tree, number,"
                + " money, date, boolean, phone, email."),
        field(
            "name: name, type: text, " + LABEL,
            "fields.yml:4: The field \"name\" is declared twice. It stands at fields.yml:3"
                + " already; choose another name."),
        field(
            "name: Umsatz, type: text, " + LABEL,
            "fields.yml:4: The field name \"Umsatz\" is not allowed. It must be 1 to 64 lower-case"
                + " letters a-z, digits and underscores and begin with a letter."),
        field(
            "name: version, type: text, " + LABEL,
            "fields.yml:4: The field name \"version\" is reserved. Every customer has an id and a"
                + " version already; choose another."),
        field(
            "type: text, " + LABEL,
            "fields.yml:4: The key \"name\" is missing. Add it: \"name: …\"."),
        field(
            "name: a, type: number, multi: true, " + LABEL,
            "fields.yml:4: A field of type number cannot have \"multi\". It may have: name, type,"
                + " label, personal, required, wanted, facet, decimals, unit, record."),
        field(
            "name: a, type: money, currency: CNY, multi: true, " + LABEL,
            "fields.yml:4: A field of type money cannot have \"multi\". It may have: name, type,"
                + " label, personal, required, wanted, facet, currency, decimals."),
        field(
            "name: a, type: date, multi: true, " + LABEL,
            "fields.yml:4: A field of type date cannot have \"multi\". It may have: name, type,"
                + " label, personal, required, wanted, facet, record."),
        field(
            "name: a, type: boolean, multi: true, " + LABEL,
            "fields.yml:4: A field of type boolean cannot have \"multi\". It may have: name, type,"
                + " label, personal, required, wanted, facet."),
        field(
            "name: a, type: text, facet: true, " + LABEL,
            "fields.yml:4: A field of type text cannot have \"facet\". It may have: name, type,"
                + " label, personal, required, wanted, multi, searched."),
        field(
            "name: a, type: text, searched: yes, " + LABEL,
            "fields.yml:4: The value of \"searched\" is \"yes\". It must be true or false."),
        field(
            "name: a, type: text",
            "fields.yml:4: The key \"label\" is missing. Add it: \"label: …\"."),
        field(
            "name: a, type: text, label: {en: A}",
            "fields.yml:4: The key \"zh\" is missing. Add it: \"zh: …\"."),
        field(
            "name: a, type: text, label: {en: A, zh: }",
            "fields.yml:4: The value of \"zh\" is empty. It must be text."),
        field(
            "name: a, type: text, label: {en: 42, zh: 甲}",
            "fields.yml:4: The value of \"en\" is not text. Put it in quotes: \"42\"."),
        field(
            "name: a, type: text, label: [A, 甲]",
            "fields.yml:4: The value of \"label\" is a list. It must be a mapping with the keys"
                + " en, zh."),
        field(
            "name: a, type: number, decimals: 12, " + LABEL,
            "fields.yml:4: The value of \"decimals\" is \"12\". It must be a whole number from 0"
                + " to 9."),
        field(
            "name: a, type: money, " + LABEL,
            "fields.yml:4: The key \"currency\" is missing. Add it: \"currency: …\"."),
        field(
            "name: a, type: money, currency: RMB, " + LABEL,
            "fields.yml:4: The currency \"RMB\" is unknown. It must be an ISO 4217 code such as"
                + " CNY or EUR."),
        field(
            "name: a, type: keyword, closed: true, " + LABEL,
            "fields.yml:4: A closed field needs its values. Add \"values\" or \"values-from\"."),
        field(
            "name: a, type: keyword, values: high, " + LABEL,
            "fields.yml:4: The value of \"values\" is \"high\". It must be a list."),
        field(
            "name: a, type: keyword, values: [high], " + LABEL,
            "fields.yml:4: A known value is \"high\". It must be a mapping with the keys value,"
                + " label."),
        field(
            "name: a, type: keyword, values-from: none.tsv, " + LABEL,
            "fields.yml:4: The file none.tsv is missing. It must be at FOLDER/none.tsv."),
        field(
            "name: a, type: keyword, values-from: ../x.tsv, " + LABEL,
            "fields.yml:4: The file name \"../x.tsv\" leads out of the configuration folder. Name"
                + " a file in the same folder."),
        field(
            "name: a, type: tree, values: [{value: x/y, " + LABEL + "}], " + LABEL,
            "fields.yml:4: The value \"x/y\" has no parent. Declare \"x\" before it."),
        field(
            "name: a, type: tree, values: [{value: x/, " + LABEL + "}], " + LABEL,
            "fields.yml:4: The value \"x/\" has an empty level; write the levels as in a/b/c."),
        field(
            "name: a, type: keyword, values: [{value: x, "
                + LABEL
                + "}, {value: x, "
                + LABEL
                + "}],"
                + LABEL,
            "fields.yml:4: The value \"x\" is given twice. Give it once."),
        field(
            "name: a, type: text, type: text, " + LABEL,
            "fields.yml:4: The key \"type\" is given twice. Give it once."),
        field(
            "name: a, type: number, record: completness, " + LABEL,
            "fields.yml:4: Winnow records no \"completness\". Did you mean \"completeness\"?"),
        field(
            "name: a, type: number, decimals: 1, record: completeness, " + LABEL,
            "fields.yml:4: The field \"a\" cannot record completeness. It must be of type number"
                + " without decimals."),
        field(
            "name: a, type: date, record: sources, " + LABEL,
            "fields.yml:4: The field \"a\" cannot record sources. It must be of type keyword with"
                + " \"multi: true\"."),
        field(
            "name: a, type: date, record: updated, required: true, " + LABEL,
            "fields.yml:4: A field that Winnow fills cannot have \"required\". Leave \"required\""
                + " out."),
        field(
            "name: a, type: date, record: updated, "
                + LABEL
                + "}\n  - {name: b, type: date,"
                + " record: updated, "
                + LABEL,
            "fields.yml:5: Two fields record updated. One does at fields.yml:4; leave this out."),
        field(
            "name: a, type: text, wanted: {kind: [x]}, " + LABEL,
            "fields.yml:4: The key \"kind\" is unknown. Known are: ."),
        field(
            "name: a, type: keyword, closed: true, values: [{value: x, "
                + LABEL
                + "}], wanted: {a: [z]}, "
                + LABEL,
            "fields.yml:4: The field \"a\" has no value \"z\". Known are: x."),
        field(
            "name: a, type: \"te\\ud800xt\", " + LABEL,
            "fields.yml:4: The value of \"type\" contains half a character (an unpaired surrogate);"
                + " remove it."));
  }

  @ParameterizedTest
  @MethodSource("brokenFields")
  void a_broken_field_is_reported_with_its_line(String field, String fault) throws IOException {
    write("fields.yml", SOUND + "  - {" + field + "}\n");
    assertThat(faults()).containsExactly(fault);
  }

  static Stream<Arguments> brokenFiles() {
    return Stream.of(
        Arguments.of(
            "fields.yml",
            "fields: []",
            "fields.yml:1: The key \"title\" is missing. Add it: \"title: …\"."),
        Arguments.of(
            "fields.yml",
            "title: name\n",
            "fields.yml:1: The key \"fields\" is missing. Add it: \"fields: …\"."),
        Arguments.of(
            "fields.yml",
            SOUND.replace("title: name", "title: nmae"),
            "fields.yml:1: There is no field \"nmae\". Did you mean \"name\"?"),
        Arguments.of(
            "fields.yml",
            SOUND.replace("type: text", "type: keyword"),
            "fields.yml:1: The title field \"name\" is not a single text. It must be a field of"
                + " type text that is not multi."),
        Arguments.of(
            "fields.yml", "", "fields.yml: The file is empty. It must hold a YAML mapping."),
        Arguments.of(
            "fields.yml",
            "- a\n",
            "fields.yml:1: The file is a list. It must be a mapping with the keys title, fields."),
        Arguments.of(
            "fields.yml",
            "title: name\nfields:\n  - {name: [}\n",
            "fields.yml:3: This is not valid YAML: expected the node content, but found '}'. Check"
                + " indentation, colons and quotes."),
        Arguments.of(
            "fields.yml",
            "title: na\u0007me\n",
            "fields.yml:1: This is not valid YAML: the character U+0007 is not allowed. Check"
                + " indentation, colons and quotes."),
        Arguments.of(
            "analysis.yml",
            "tiebreak: name",
            "analysis.yml:1: The key \"tiebreak\" is unknown. Did you mean \"tie-break\"?"),
        Arguments.of(
            "analysis.yml",
            "tie-break: name",
            "analysis.yml:1: The field \"name\" cannot break ties. It must be a keyword with"
                + " \"closed: true\" and one value."),
        Arguments.of(
            "analysis.yml",
            "tie-break: nam",
            "analysis.yml:1: There is no field \"nam\". Did you mean \"name\"?"),
        Arguments.of(
            "analysis.yml",
            "place-names: name",
            "analysis.yml:1: The field \"name\" has no place names. It must be a tree with known"
                + " values."),
        Arguments.of(
            "analysis.yml",
            "\n\nsynonyms: none.txt",
            "analysis.yml:3: The file none.txt is missing. It must be at FOLDER/none.txt."));
  }

  @ParameterizedTest
  @MethodSource("brokenFiles")
  void a_broken_file_is_reported_with_its_line(String file, String text, String fault)
      throws IOException {
    write(file, text);
    assertThat(faults()).containsExactly(fault);
  }

  @Test
  void faults_in_lists_are_reported_with_their_lines() throws IOException {
    write("fields.yml", SOUND + "  - {name: a, type: tree, values-from: a.tsv, " + LABEL + "}\n");
    write("a.tsv", "# head\nx\tX\t叉\nx/y\tY\nz/y\tY\t丫\nx\tX\t叉\nw\t\t丫\n");
    write("analysis.yml", "synonyms: s.txt");
    write("s.txt", "a, b\nc\na,,b\nd, D\n");
    assertThat(faults())
        .containsExactly(
            "a.tsv:3: The line has 2 columns, not 3. It must be: value, tab, English label, tab,"
                + " Chinese label.",
            "a.tsv:4: The value \"z/y\" has no parent. Declare \"z\" before it.",
            "a.tsv:5: The value \"x\" is given twice. Give it once.",
            "a.tsv:6: A column is empty. It must be: value, tab, English label, tab, Chinese"
                + " label.",
            "s.txt:2: The line is not a group of synonyms: \"c\". It must be two or more words with"
                + " commas between them.",
            "s.txt:3: The line is not a group of synonyms: \"a,,b\". It must be two or more words"
                + " with commas between them.",
            "s.txt:4: A word is given twice in a group of synonyms. Give it once.");
  }

  @Test
  void all_faults_of_all_files_are_reported_at_once_and_none_that_only_follows_from_another()
      throws IOException {
    write(
        "fields.yml",
        """
        title: name
        colour: red
        fields:
          - name: name
            type: text
            label: {en: Name}
            facet: true
          - name: Tier
            type: keywrd
        """);
    write("analysis.yml", "tie-break: Tier\nsynonyms: [a]\n");
    assertThat(faults())
        .containsExactly(
            "fields.yml:2: The key \"colour\" is unknown. Known are: title, fields.",
            "fields.yml:6: The key \"zh\" is missing. Add it: \"zh: …\".",
            "fields.yml:7: A field of type text cannot have \"facet\". It may have: name, type,"
                + " label, personal, required, wanted, multi, searched.",
            "fields.yml:8: The field name \"Tier\" is not allowed. It must be 1 to 64 lower-case"
                + " letters a-z, digits and underscores and begin with a letter.",
            "fields.yml:9: The type \"keywrd\" is unknown. Did you mean \"keyword\"?",
            "fields.yml:8: The key \"label\" is missing. Add it: \"label: …\".",
            "analysis.yml:2: The value of \"synonyms\" is a list. It must be text.");
  }

  @Test
  void a_file_in_another_encoding_is_reported_with_the_first_wrong_line() throws IOException {
    Files.write(folder.resolve("fields.yml"), SOUND.getBytes(Charset.forName("GB18030")));
    assertThat(faults())
        .containsExactly(
            "fields.yml:3: The file is not UTF-8 text. Save it in the encoding UTF-8.");
  }

  @Test
  void missing_and_unreadable_files_are_reported() throws IOException {
    Files.delete(folder.resolve("fields.yml"));
    Files.delete(folder.resolve("analysis.yml"));
    Files.createDirectory(folder.resolve("analysis.yml"));
    assertThat(faults())
        .containsExactly(
            "fields.yml: The file fields.yml is missing. It must be at FOLDER/fields.yml.",
            "analysis.yml: The file analysis.yml cannot be read: java.io.IOException: Is a"
                + " directory. It must be a readable UTF-8 text file.");
  }

  @Test
  void a_byte_order_mark_and_windows_line_ends_do_no_harm() throws IOException {
    write("fields.yml", "\uFEFF" + SOUND.replace("\n", "\r\n"));
    assertThat(SchemaReader.read(folder).fields()).hasSize(1);
  }

  private List<String> faults() {
    WinnowException refusal =
        catchThrowableOfType(WinnowException.class, () -> SchemaReader.read(folder));
    assertThat(refusal.code()).isEqualTo(ProblemCode.INVALID_CONFIGURATION);
    return refusal.faults().stream()
        .map(Fault::toString)
        .map(text -> text.replace(folder.toString(), "FOLDER"))
        .toList();
  }

  private static Arguments field(String declaration, String fault) {
    return Arguments.of(declaration, fault);
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text, StandardCharsets.UTF_8);
  }
}
