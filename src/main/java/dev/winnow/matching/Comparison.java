package dev.winnow.matching;

import dev.winnow.matching.Profile.Value;
import dev.winnow.matching.Reason.Code;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.ToLongFunction;

/**
 * Weighs what speaks for and against two records being the same customer, after Fellegi and Sunter
 * (A Theory for Record Linkage, 1969): each agreement adds the logarithm of how much more often it
 * is found between records of one customer than between any two, each disagreement takes away. All
 * in bits. A value that many customers have adds less: each doubling of their number takes one bit.
 */
final class Comparison {
  static final double SAME_PHONE = 12;
  static final double OTHER_PHONE = -2;
  static final double OTHER_PHONE_OF_PERSON = -4;
  static final double SAME_MAILBOX = 12;
  private static final double SAME_SHARED_MAILBOX = 8;
  private static final double SHARED_MAILBOX_OF_PROVIDER = 12;
  static final double OTHER_MAILBOX_OF_PERSON = -1.5;
  static final double SAME_DOMAIN = 4;
  static final double SAME_WEBSITE = 6;
  static final double OTHER_DOMAIN = -1.5;
  static final double SAME_CODE = 14;
  static final double OTHER_CODE = -10;
  static final double SAME_HOUSE = 6;
  static final double SAME_STREET = 3;
  private static final double OTHER_HOUSE = -2;
  private static final double OTHER_ADDRESS = -1.5;
  private static final double ALIKE = 0.5;
  private static final double UNLIKE = 0.25;
  static final double SAME_CONTACT = 3;
  static final double OTHER_CONTACT = -0.5;
  static final double SAME_BIRTHDAY = 10;
  static final double OTHER_BIRTHDAY = -12;
  private static final double[] OTHER_PLACE = {-6, -5, -4, -1};
  private static final double SAME_CITY = 1.5;
  private static final double SAME_PROVINCE = 0.5;

  private final Profile left;
  private final Profile right;
  private final Frequencies frequencies;
  private final boolean persons;
  private final List<Reason> reasons = new ArrayList<>();

  Comparison(Profile left, Profile right, Frequencies frequencies) {
    this.left = left;
    this.right = right;
    this.frequencies = frequencies;
    this.persons = left.person() || right.person();
  }

  /** Bits to take away for a value that so many customers have; the first two are free. */
  static double commonness(int customers) {
    return customers <= 2 ? 0 : Math.log(customers - 1.0) / Math.log(2);
  }

  Resemblance resemblance() {
    new NameReasons(left, right, frequencies, reasons).add();
    phones();
    mailboxes();
    boolean differentCodes = codes();
    addresses();
    contacts();
    birthdays();
    regions();
    return Resemblance.of(reasons, differentCodes);
  }

  private void phones() {
    agree(left.phones(), right.phones(), Phone::matches, Keys::phone)
        .ifPresentOrElse(
            pair -> add(Code.PHONE, SAME_PHONE - pair.commonness, pair.left, pair.right),
            () ->
                differ(
                    Code.PHONE,
                    persons ? OTHER_PHONE_OF_PERSON : OTHER_PHONE,
                    left.phones(),
                    right.phones()));
  }

  private void mailboxes() {
    Optional<Pair<Mailbox>> same =
        agree(left.mailboxes(), right.mailboxes(), Comparison::isSame, Keys::mailbox);
    if (same.isPresent()) {
      Mailbox box = same.get().left.read();
      double weight =
          box.shared()
              ? (box.company() ? SAME_SHARED_MAILBOX : SHARED_MAILBOX_OF_PROVIDER)
              : SAME_MAILBOX;
      add(Code.EMAIL, weight - same.get().commonness, same.get().left, same.get().right);
      return;
    }
    if (persons) {
      differ(Code.EMAIL, OTHER_MAILBOX_OF_PERSON, left.mailboxes(), right.mailboxes());
    }
    domains();
  }

  private static boolean isSame(Mailbox a, Mailbox b) {
    return a.key().equals(b.key());
  }

  private void domains() {
    Optional<Pair<String>> websites =
        agree(left.hosts(), right.hosts(), String::equals, Keys::host);
    if (websites.isPresent()) {
      Pair<String> pair = websites.get();
      add(Code.DOMAIN, Math.max(0, SAME_WEBSITE - pair.commonness), pair.left, pair.right);
      return;
    }
    List<Value<String>> one = allDomains(left);
    List<Value<String>> other = allDomains(right);
    Optional<Pair<String>> domains = agree(one, other, String::equals, Keys::host);
    if (domains.isPresent()) {
      Pair<String> pair = domains.get();
      add(Code.DOMAIN, Math.max(0, SAME_DOMAIN - pair.commonness), pair.left, pair.right);
    } else {
      differ(Code.DOMAIN, OTHER_DOMAIN, one, other);
    }
  }

  private static List<Value<String>> allDomains(Profile profile) {
    List<Value<String>> domains = new ArrayList<>(profile.hosts());
    for (Value<Mailbox> box : profile.mailboxes()) {
      if (box.read().company()) {
        domains.add(new Value<>(box.field(), box.written(), box.read().domain()));
      }
    }
    return domains;
  }

  private boolean codes() {
    Optional<Pair<String>> same = agree(left.codes(), right.codes(), String::equals, Keys::code);
    same.ifPresentOrElse(
        pair -> add(Code.CODE, SAME_CODE - pair.commonness, pair.left, pair.right),
        () -> differ(Code.CODE, OTHER_CODE, left.codes(), right.codes()));
    return same.isEmpty() && !left.codes().isEmpty() && !right.codes().isEmpty();
  }

  private void addresses() {
    Optional<Reason> best = Optional.empty();
    for (Value<Address> a : left.addresses()) {
      for (Value<Address> b : right.addresses()) {
        double weight = weight(a.read(), b.read());
        if (best.isEmpty() || weight > best.get().weight()) {
          best = Optional.of(reason(Code.ADDRESS, weight, a, b));
        }
      }
    }
    best.filter(reason -> reason.weight() != 0).ifPresent(reasons::add);
  }

  private double weight(Address a, Address b) {
    double alike = a.similarity(b);
    boolean sameStreet = a.street().equals(b.street()) && !a.street().isEmpty();
    if (sameStreet && a.key().isPresent() && a.key().equals(b.key())) {
      int customers = frequencies.of(Keys.address(a).orElseThrow());
      return Math.max(1, SAME_HOUSE - commonness(customers)) * (alike < UNLIKE ? 0.5 : 1);
    }
    boolean numbered = !a.numbers().isEmpty() && !b.numbers().isEmpty();
    if (numbered && (sameStreet || alike >= ALIKE) && !a.numbers().equals(b.numbers())) {
      return OTHER_HOUSE;
    }
    return alike >= ALIKE || sameStreet ? SAME_STREET : alike < UNLIKE ? OTHER_ADDRESS : 0;
  }

  private void contacts() {
    agree(left.contacts(), right.contacts(), Comparison::isSamePerson, _ -> 0)
        .ifPresentOrElse(
            pair -> add(Code.CONTACT, SAME_CONTACT, pair.left, pair.right),
            () -> differ(Code.CONTACT, OTHER_CONTACT, left.contacts(), right.contacts()));
  }

  private static boolean isSamePerson(Name a, Name b) {
    NameComparison.Kind kind = NameComparison.of(a, b).kind();
    return kind == NameComparison.Kind.SAME || (!a.cjk() && kind == NameComparison.Kind.SIMILAR);
  }

  private void birthdays() {
    if (left.birthday().isPresent() && right.birthday().isPresent()) {
      boolean same = left.birthday().equals(right.birthday());
      reasons.add(
          new Reason(
              Code.BIRTHDAY,
              same ? SAME_BIRTHDAY : OTHER_BIRTHDAY,
              LocalDate.ofEpochDay(left.birthday().getAsLong()).toString(),
              left.birthdayField(),
              LocalDate.ofEpochDay(right.birthday().getAsLong()).toString(),
              right.birthdayField()));
    }
  }

  private void regions() {
    List<String> a = left.region();
    List<String> b = right.region();
    int shorter = Math.min(a.size(), b.size());
    int common = 0;
    while (common < shorter && a.get(common).equals(b.get(common))) {
      common++;
    }
    double weight = region(common, shorter);
    if (weight != 0) {
      reasons.add(
          new Reason(Code.REGION, weight, String.join("/", a), "", String.join("/", b), ""));
    }
  }

  /** What it weighs that so many levels of a place, of so many that both have, are the same. */
  static double region(int common, int shorter) {
    return common < shorter
        ? OTHER_PLACE[Math.min(common, OTHER_PLACE.length - 1)]
        : common >= 3 ? SAME_CITY : common == 2 ? SAME_PROVINCE : 0;
  }

  private record Pair<T>(Value<T> left, Value<T> right, double commonness) {}

  /** Two values that agree, those that fewest customers have. */
  private <T> Optional<Pair<T>> agree(
      List<Value<T>> one, List<Value<T>> other, BiPredicate<T, T> same, ToLongFunction<T> key) {
    Optional<Pair<T>> best = Optional.empty();
    for (Value<T> a : one) {
      for (Value<T> b : other) {
        if (same.test(a.read(), b.read())) {
          double common = commonness(frequencies.of(key.applyAsLong(a.read())));
          if (best.isEmpty() || common < best.get().commonness) {
            best = Optional.of(new Pair<>(a, b, common));
          }
        }
      }
    }
    return best;
  }

  private <T> void differ(Code code, double weight, List<Value<T>> one, List<Value<T>> other) {
    if (!one.isEmpty() && !other.isEmpty()) {
      add(code, weight, one.getFirst(), other.getFirst());
    }
  }

  private <T> void add(Code code, double weight, Value<T> a, Value<T> b) {
    if (weight != 0) {
      reasons.add(reason(code, weight, a, b));
    }
  }

  private static <T> Reason reason(Code code, double weight, Value<T> a, Value<T> b) {
    return new Reason(code, weight, a.written(), a.field(), b.written(), b.field());
  }
}
