package dev.winnow.imports.sample;

import java.time.LocalDate;
import java.util.random.RandomGenerator;

/** What only people have. */
record PersonTraits(LocalDate today) {
  private static final Weighted<String> EDUCATION = Weighted.of("本科 38, 大专 27, 高中 20, 硕士 12, 博士 3");
  private static final Weighted<String> OCCUPATION =
      Weighted.of(
          "企业职员 30, 专业技术人员 18, 个体经营者 13, 企业管理人员 11, 教师 7, 自由职业者 7, 公务员 5," + " 退休人员 5, 医生 3, 学生 1");
  private static final int YOUNGEST = 18;
  private static final int OLDEST = 88;

  /** Fills the draft and returns how big a buyer the person is by nature. */
  double fill(Draft draft, Place place, RandomGenerator random) {
    PersonName name = PersonName.from(place, random);
    draft.word("name", name.full());
    int age = (int) Math.clamp(42 + 14 * random.nextGaussian(), YOUNGEST, OLDEST);
    if (random.nextInt(100) < 90) {
      draft.word("gender", random.nextInt(100) < 52 ? "female" : "male");
    }
    if (random.nextInt(100) < 82) {
      draft.date("birthday", today.minusYears(age).minusDays(1 + random.nextInt(364)));
    }
    if (random.nextInt(100) < 60) {
      boolean isMarried = random.nextInt(100) < Math.min(80, (age - 20) * 5);
      draft.word("marital_status", isMarried ? "married" : "single");
    }
    double income = livelihood(draft, random);
    reach(draft, name, place, random);
    return -1.8 + 0.8 * income + 0.3 * random.nextGaussian();
  }

  /** How far the income is from the middle, in standard deviations. */
  private static double livelihood(Draft draft, RandomGenerator random) {
    String education = EDUCATION.pick(random);
    double schooling =
        switch (education) {
          case "博士" -> 1.3;
          case "硕士" -> 0.9;
          case "本科" -> 0.4;
          case "大专" -> -0.1;
          default -> -0.6;
        };
    double income = schooling + 0.8 * random.nextGaussian();
    if (random.nextInt(100) < 70) {
      draft.word("education", education);
    }
    if (random.nextInt(100) < 70) {
      draft.word("occupation", OCCUPATION.pick(random));
    }
    if (random.nextInt(100) < 55) {
      draft.number("annual_income", Math.round(Math.exp(11.6 + 0.5 * income) / 1_000) * 1_000.0);
    }
    return income;
  }

  private static void reach(Draft draft, PersonName name, Place place, RandomGenerator random) {
    if (random.nextInt(100) < 95) {
      draft.word("phone", Contact.mobile(place, random));
    }
    if (random.nextInt(100) < 58) {
      draft.word("email", Contact.privateEmail(name, random));
    }
    if (random.nextInt(100) < 64) {
      draft.word("address", Contact.address(place, random));
    }
  }
}
