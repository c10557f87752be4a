package dev.winnow.duplicates;

import com.ibm.icu.text.Transliterator;
import dev.winnow.tables.TableFormat;
import dev.winnow.tables.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A list of customers with duplicates of known kinds in it, and with customers that only look like
 * duplicates: real names of companies, invented persons, and invented telephone numbers, mailboxes
 * and addresses for all.
 */
final class PlantedBase {
  private static final Path DATA = Path.of("../shared/data");
  private static final Transliterator TRADITIONAL =
      Transliterator.getInstance("Simplified-Traditional");
  private static final List<String> SURNAMES = List.of("王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗".split(""));
  private static final List<String> GIVEN =
      List.of("伟 芳 娜 秀英 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 秀兰 霞 平 刚 桂英 建国 志强 晓明 文静 思远".split(" "));
  private static final List<String> FIRST =
      List.of(
          "James Mary John Linda Robert Susan Michael Karen David Nancy Thomas Laura".split(" "));
  private static final List<String> LAST =
      List.of("Smith Johnson Brown Miller Davis Wilson Anderson Taylor Moore Martin".split(" "));
  private static final List<String> ROADS =
      List.of("文三路 中山路 人民路 解放大道 长江路 建国路 科技园路 滨江大道 江南大道 和平路 新华路".split(" "));
  private static final List<String> TRADES = List.of("软件 贸易 物业 酒店 广告 园林".split(" "));

  private final Random random;
  private final List<Draft> drafts = new ArrayList<>();

  /** Kind by pair of ids, of the pairs that are the same customer. */
  final Map<String, String> duplicates = new LinkedHashMap<>();

  /** Kind by pair of ids, of the pairs that only look so. */
  final Map<String, String> nearMisses = new LinkedHashMap<>();

  private PlantedBase(long seed) {
    random = new Random(seed);
  }

  static PlantedBase of(long seed, int companies, int persons) throws IOException {
    PlantedBase base = new PlantedBase(seed);
    base.companies(companies);
    base.persons(persons);
    base.plant();
    Collections.shuffle(base.drafts, base.random);
    return base;
  }

  List<Draft> drafts() {
    return drafts;
  }

  /** Names a pair whatever the order. */
  static String pair(String a, String b) {
    return a.compareTo(b) < 0 ? a + " " + b : b + " " + a;
  }

  private void companies(int most) throws IOException {
    Map<String, String> places = places();
    List<Map<String, String>> rows = new ArrayList<>(rows("cn_a_share/a_share_companies.csv"));
    Collections.shuffle(rows, random);
    for (Map<String, String> row : rows.subList(0, Math.min(most, rows.size()))) {
      Draft draft =
          new Draft("A" + row.getOrDefault("ts_code", ""))
              .with("name", row.getOrDefault("fullname", ""))
              .with("short_name", row.getOrDefault("name", ""))
              .with("english_name", row.getOrDefault("enname", ""))
              .with("region", places.getOrDefault(row.getOrDefault("area", ""), ""))
              .with("customer_type", "enterprise");
      drafts.add(reach(draft, true));
    }
    for (Map<String, String> row : rows("northwind/customers.csv")) {
      drafts.add(
          new Draft("N" + row.getOrDefault("customerID", ""))
              .with("name", row.getOrDefault("companyName", ""))
              .with("contact", row.getOrDefault("contactName", ""))
              .with("address", row.getOrDefault("address", ""))
              .with("phone", row.getOrDefault("phone", "")));
    }
    for (Map<String, String> row : rows("sp500/constituents.csv")) {
      drafts.add(
          reach(
              new Draft("S" + row.getOrDefault("Symbol", ""))
                  .with("name", row.getOrDefault("Security", "")),
              false));
    }
  }

  private Draft reach(Draft draft, boolean chinese) {
    Draft result = draft;
    String domain = "d" + drafts.size() + (chinese ? ".cn" : ".com");
    if (random.nextInt(10) < 8) {
      result = result.with("phone", chinese ? "0571-8" + digits(7) : "(212) 5" + digits(6));
    }
    if (random.nextInt(10) < 7) {
      result = result.with("email", "a." + Integer.toString(drafts.size(), 36) + "@" + domain);
    }
    if (random.nextInt(10) < 7) {
      result =
          result.with(
              "address",
              chinese
                  ? one(ROADS) + (1 + random.nextInt(900)) + "号" + (1 + random.nextInt(20)) + "楼"
                  : (1 + random.nextInt(900)) + " " + one(LAST) + " Street, Floor " + digits(1));
    }
    return result;
  }

  private void persons(int count) {
    for (int i = 0; i < count; i++) {
      boolean chinese = random.nextInt(3) > 0;
      String name = chinese ? one(SURNAMES) + one(GIVEN) : one(FIRST) + " " + one(LAST);
      Draft draft =
          new Draft("P" + i)
              .with("name", name)
              .with("customer_type", "individual")
              .with("phone", mobile())
              .with("birthday", birthday());
      if (random.nextBoolean()) {
        draft =
            draft.with(
                "email", "p" + i + "." + digits(3) + "@" + one(List.of("qq.com", "gmail.com")));
      }
      drafts.add(draft);
    }
  }

  private void plant() {
    int next = 0;
    for (Draft draft : List.copyOf(drafts)) {
      boolean person = draft.id().startsWith("P");
      if (random.nextInt(100) < 30) {
        Map<String, Draft> kinds = person ? ofPerson(draft) : ofCompany(draft);
        kinds.values().removeIf(copy -> copy.values().equals(draft.values()));
        if (!kinds.isEmpty()) {
          String kind = one(List.copyOf(kinds.keySet()));
          add(kinds.getOrDefault(kind, draft).as("X" + next++), draft, kind, duplicates);
        }
      } else if (random.nextInt(100) < 25) {
        Map<String, Draft> kinds = person ? otherPersons(draft) : otherCompanies(draft);
        String kind = one(List.copyOf(kinds.keySet()));
        add(kinds.getOrDefault(kind, draft).as("Y" + next++), draft, kind, nearMisses);
      }
    }
  }

  private void add(Draft copy, Draft original, String kind, Map<String, String> pairs) {
    drafts.add(copy);
    pairs.put(pair(copy.id(), original.id()), kind);
  }

  private Map<String, Draft> ofCompany(Draft draft) {
    Map<String, Draft> kinds = new TreeMap<>();
    String name = draft.get("name");
    Draft some = someOf(draft);
    kinds.put("legal form", some.with("name", Spellings.otherForm(name)));
    kinds.put("punctuation", some.with("name", Spellings.punctuated(name)));
    kinds.put("width", some.with("name", Spellings.fullWidth(name)));
    kinds.put("case", some.with("name", name.toUpperCase(Locale.ROOT)));
    kinds.put("typo", keepOne(draft).with("name", Spellings.typo(name, random)));
    if (name.chars().anyMatch(c -> c >= 0x4E00)) {
      kinds.put("traditional", some.with("name", TRADITIONAL.transliterate(name)));
    } else {
      kinds.put("word order", some.with("name", Spellings.reversed(name)));
    }
    draft
        .find("phone")
        .ifPresent(
            phone ->
                kinds.put(
                    "phone format",
                    draft
                        .without("email", "address")
                        .with("phone", Spellings.phone(phone, random))));
    draft
        .find("email")
        .ifPresent(
            email ->
                kinds.put(
                    "e-mail case",
                    draft
                        .without("phone", "address")
                        .with("email", email.toUpperCase(Locale.ROOT))));
    draft
        .find("address")
        .ifPresent(
            address ->
                kinds.put(
                    "address spelling",
                    draft.without("phone", "email").with("address", Spellings.address(address))));
    if (draft.find("phone").isPresent() || draft.find("email").isPresent()) {
      draft
          .find("english_name")
          .ifPresent(
              english ->
                  kinds.put(
                      "translation",
                      keepOne(draft).without("short_name", "english_name").with("name", english)));
      draft
          .find("short_name")
          .ifPresent(
              shorter ->
                  kinds.put(
                      "short name",
                      keepOne(draft).without("short_name", "english_name").with("name", shorter)));
    }
    return kinds;
  }

  private Map<String, Draft> ofPerson(Draft draft) {
    Map<String, Draft> kinds = new TreeMap<>();
    kinds.put(
        "person, phone format",
        draft
            .without("email", "birthday")
            .with("phone", Spellings.phone(draft.get("phone"), random)));
    kinds.put("person, no phone", draft.without("phone"));
    draft
        .find("email")
        .ifPresent(
            email ->
                kinds.put(
                    "person, e-mail",
                    draft
                        .without("phone", "birthday")
                        .with("email", email.toUpperCase(Locale.ROOT))));
    if (draft.get("name").indexOf(' ') > 0) {
      kinds.put(
          "person, word order",
          draft.without("email").with("name", Spellings.reversed(draft.get("name"))));
      kinds.put(
          "person, initial",
          draft
              .without("birthday")
              .with("name", draft.get("name").replaceFirst("(?<=^.)\\p{L}+", ".")));
    }
    return kinds;
  }

  private Map<String, Draft> otherCompanies(Draft draft) {
    Map<String, Draft> kinds = new TreeMap<>();
    String name = draft.get("name");
    boolean chinese = name.chars().anyMatch(c -> c >= 0x4E00);
    Draft other = draft.without("phone", "address", "email", "short_name", "english_name");
    Draft elsewhere = reach(other, chinese);
    kinds.put("branch", elsewhere.with("name", name + (chinese ? "上海分公司" : " Boston Branch")));
    kinds.put(
        "numbered branch",
        elsewhere.with(
            "name", name + (chinese ? "第" + (2 + random.nextInt(7)) + "分公司" : " No. 3")));
    Draft sister =
        sameDomain(draft, elsewhere).with("name", Spellings.otherTrade(name, one(TRADES)));
    if (!sister.get("name").equals(name)) {
      kinds.put("group company", sister);
    }
    kinds.put(
        "switchboard",
        new Draft("")
            .with(
                "name",
                chinese
                    ? "远见" + one(GIVEN) + one(GIVEN) + "咨询有限公司"
                    : one(LAST) + " Vista Catering " + digits(3))
            .with("phone", draft.get("phone"))
            .with("region", draft.get("region")));
    return kinds;
  }

  private static Draft sameDomain(Draft draft, Draft other) {
    return draft.find("email").map(email -> other.with("email", "b" + email)).orElse(other);
  }

  private Map<String, Draft> otherPersons(Draft draft) {
    Map<String, Draft> kinds = new TreeMap<>();
    kinds.put(
        "namesake",
        new Draft("")
            .with("name", draft.get("name"))
            .with("customer_type", "individual")
            .with("phone", mobile())
            .with("birthday", birthday()));
    kinds.put(
        "namesake, no birthday",
        new Draft("")
            .with("name", draft.get("name"))
            .with("customer_type", "individual")
            .with("phone", mobile()));
    kinds.put(
        "family",
        draft
            .without("email")
            .with(
                "name",
                draft.get("name").indexOf(' ') > 0
                    ? "Zoe " + draft.get("name").replaceFirst("^\\S+ ", "")
                    : draft.get("name").charAt(0) + "小宝")
            .with("birthday", birthday()));
    return kinds;
  }

  /** Each way to reach the customer kept six times out of ten. */
  private Draft someOf(Draft draft) {
    Draft some = draft;
    for (String field :
        List.of("phone", "email", "address", "english_name", "short_name", "region")) {
      some = random.nextInt(10) < 6 ? some : some.without(field);
    }
    return some;
  }

  /** Telephone or e-mail kept, not both. */
  private Draft keepOne(Draft draft) {
    boolean both = draft.find("phone").isPresent() && draft.find("email").isPresent();
    Draft kept = draft.without("address");
    return both ? kept.without(random.nextBoolean() ? "phone" : "email") : kept;
  }

  private String mobile() {
    return "1" + (3 + random.nextInt(6)) + digits(9);
  }

  private String birthday() {
    return LocalDate.of(1950, 1, 1).plusDays(random.nextInt(18_000)).toString();
  }

  private String digits(int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static Map<String, String> places() throws IOException {
    Map<String, String> places = new LinkedHashMap<>();
    for (String line : Files.readAllLines(Path.of("index-config/region.tsv"))) {
      String path = line.split("\t", -1)[0];
      if (path.startsWith("中国/")) {
        places.putIfAbsent(path.substring(path.lastIndexOf('/') + 1), path);
      }
    }
    return places;
  }

  private static List<Map<String, String>> rows(String file) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    try (var source = Tables.open(DATA.resolve(file), TableFormat.CSV)) {
      List<String> header = source.header();
      source.forEachRemaining(
          row -> {
            Map<String, String> values = new LinkedHashMap<>();
            for (int i = 0; i < header.size(); i++) {
              values.put(header.get(i), row.cells().get(i));
            }
            rows.add(values);
          });
    }
    return rows;
  }
}
