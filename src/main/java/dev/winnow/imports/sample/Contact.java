package dev.winnow.imports.sample;

import java.util.List;
import java.util.random.RandomGenerator;

/** Telephone numbers, e-mail and street addresses. All e-mail domains are reserved: nobody's. */
final class Contact {
  private static final Weighted<String> MOBILE =
      Weighted.of(
          "138 9, 139 9, 136 7, 135 7, 137 7, 150 6, 151 6, 158 6, 159 6, 186 6, 187 5, 188 5,"
              + " 189 5, 177 4, 176 3, 133 3, 130 3, 131 3, 199 2, 198 2, 166 2");
  private static final List<String> ROADS = Lists.words("roads.txt");
  private static final List<String> MAIL_PROVIDERS =
      List.of("mail.example", "post.example", "inbox.example");
  private static final int EIGHT_DIGITS = 12;

  private Contact() {}

  static String mobile(Place place, RandomGenerator random) {
    if (!place.isInChina()) {
      return landline(place, random);
    }
    String prefix = MOBILE.pick(random);
    String number = digits(8, random);
    return switch (random.nextInt(4)) {
      case 0 -> "+86 " + prefix + " " + number.substring(0, 4) + " " + number.substring(4);
      case 1 -> prefix + "-" + number.substring(0, 4) + "-" + number.substring(4);
      default -> prefix + number;
    };
  }

  static String landline(Place place, RandomGenerator random) {
    if (!place.isInChina()) {
      return place.dialling() + " " + digits(7, random);
    }
    int first = 2 + random.nextInt(7);
    boolean large = place.dialling().length() == 3 || place.weight() > EIGHT_DIGITS;
    String number = place.dialling() + "-" + first + digits(large ? 7 : 6, random);
    return random.nextInt(10) == 0 ? number + "转" + (801 + random.nextInt(99)) : number;
  }

  static String privateEmail(PersonName name, RandomGenerator random) {
    String provider = MAIL_PROVIDERS.get(random.nextInt(MAIL_PROVIDERS.size()));
    return name.mailbox() + (1 + random.nextInt(999)) + "@" + provider;
  }

  static String domain(CompanyName company, Place place) {
    return company.host() + "." + place.domain() + ".example";
  }

  static String address(Place place, RandomGenerator random) {
    int house = 1 + random.nextInt(999);
    if (!place.isInChina()) {
      String street = PersonName.family(random);
      return place.street().formatted(house, street) + ", " + place.name();
    }
    String road = ROADS.get(random.nextInt(ROADS.size()));
    String address = place.name() + "市" + road + house + "号";
    return random.nextBoolean()
        ? address
        : address + (1 + random.nextInt(20)) + "幢" + (101 + random.nextInt(2_400)) + "室";
  }

  private static String digits(int count, RandomGenerator random) {
    char[] digits = new char[count];
    for (int i = 0; i < count; i++) {
      digits[i] = (char) ('0' + random.nextInt(10));
    }
    return new String(digits);
  }
}
