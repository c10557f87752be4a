package dev.winnow.imports.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;

/** What only companies and public bodies have. */
record CompanyTraits(LocalDate today) {
  private static final List<String> SCALES = List.of("micro", "small", "medium", "large");
  private static final Weighted<String> SCALE =
      Weighted.of("micro 44, small 34, medium 16, large 6");
  private static final int[] LEAST_EMPLOYEES = {1, 20, 300, 1_000};
  private static final int[] MOST_EMPLOYEES = {19, 299, 999, 80_000};
  private static final double[] BUYER_WEIGHT = {-0.8, 0.1, 1.1, 2.2};
  private static final Weighted<String> OWNERSHIP =
      Weighted.of("民营企业 78, 外资企业 9, 地方国企 8, 集体企业 3, 中央国企 2");
  private static final Weighted<String> MARKET = Weighted.of("主板 58, 创业板 26, 科创板 11, 北交所 5");

  /** Fills the draft and returns how big a buyer the company is by nature. */
  double fill(Draft draft, String type, Place place, RandomGenerator random) {
    Trade trade = Trade.ALL.pick(random);
    boolean isCompany = type.equals("enterprise");
    CompanyName name =
        isCompany
            ? CompanyName.of(place, trade, random)
            : CompanyName.publicBody(type, place, trade, random);
    draft.word("name", name.full());
    int scale = SCALES.indexOf(SCALE.pick(random));
    if (random.nextInt(100) < 96) {
      draft.word("scale", SCALES.get(scale));
    }
    if (isCompany) {
      draft.word("short_name", name.shortName());
      draft.word("industry", trade.path());
      if (place.isInChina()) {
        chinese(draft, name, scale, random);
      }
    }
    if (random.nextInt(100) < 80) {
      draft.number("employees", employees(scale, random));
    }
    reach(draft, name, place, random);
    return BUYER_WEIGHT[scale] + 0.5 * random.nextGaussian();
  }

  private void chinese(Draft draft, CompanyName name, int scale, RandomGenerator random) {
    if (random.nextInt(100) < 60) {
      draft.word("english_name", name.english());
    }
    if (random.nextInt(100) < 85) {
      draft.word("ownership", OWNERSHIP.pick(random));
    }
    boolean isLarge = scale == SCALES.size() - 1;
    if (isLarge && random.nextInt(100) < 18) {
      draft.word("market", MARKET.pick(random));
      draft.date("listed_on", today.minusDays(30 + random.nextInt(9_000)));
    }
  }

  private static double employees(int scale, RandomGenerator random) {
    double least = LEAST_EMPLOYEES[scale];
    double most = MOST_EMPLOYEES[scale];
    double share = random.nextDouble();
    return Math.floor(least * Math.pow(most / least, share * share));
  }

  private static void reach(Draft draft, CompanyName name, Place place, RandomGenerator random) {
    PersonName contact = PersonName.from(place, random);
    String domain = Contact.domain(name, place);
    if (random.nextInt(100) < 90) {
      draft.word("contact", contact.full());
    }
    if (random.nextInt(100) < 92) {
      String landline = Contact.landline(place, random);
      draft.words(
          "phone",
          random.nextInt(3) == 0
              ? List.of(landline, Contact.mobile(place, random))
              : List.of(landline));
    }
    if (random.nextInt(100) < 78) {
      String mailbox = random.nextInt(3) == 0 ? "info" : contact.mailbox();
      draft.word("email", mailbox + "@" + domain);
    }
    if (random.nextInt(100) < 55) {
      draft.word("website", "www." + domain);
    }
    if (random.nextInt(100) < 88) {
      draft.word("address", Contact.address(place, random));
    }
  }
}
