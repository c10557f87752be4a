package dev.winnow.matching;

import dev.winnow.matching.Profile.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The keys of a customer: 64-bit numbers, at least one of which two records of the same customer
 * have in common even when one value or the other is spelled differently or missing. There is a key
 * for each way in which records are alike: the same words of a name in any order, one rare word of
 * it, its beginning or its end (for typing errors), a telephone number, a mailbox, a domain, a
 * code, a house.
 */
final class Keys {
  /** Words of one name that get a key each. */
  private static final int MOST_WORDS = 4;

  private static final int HAN_AFFIX = 3;
  private static final int LATIN_AFFIX = 6;

  private Keys() {}

  /** All keys, in no order that means anything, each once. */
  static long[] of(Profile profile) {
    Set<Long> keys = new LinkedHashSet<>();
    for (Value<Name> value : profile.names()) {
      Name name = value.read();
      keys.add(name(name));
      if (name.distinct().size() > 1 || !name.generic().isEmpty()) {
        int words = Math.min(MOST_WORDS, name.distinct().size());
        name.distinct().subList(0, words).forEach(word -> keys.add(Texts.hash('w', word)));
      }
      affixes(name, keys);
    }
    profile.phones().forEach(phone -> keys.add(phone(phone.read())));
    for (Value<Mailbox> mailbox : profile.mailboxes()) {
      keys.add(mailbox(mailbox.read()));
      domain(mailbox.read()).ifPresent(keys::add);
    }
    profile.hosts().forEach(host -> keys.add(host(host.read())));
    profile.codes().forEach(code -> keys.add(code(code.read())));
    profile.addresses().forEach(address -> address(address.read()).ifPresent(keys::add));
    return keys.stream().mapToLong(Long::longValue).toArray();
  }

  /** Equal for names that say the same. */
  static long name(Name name) {
    return Texts.hash('n', name.key());
  }

  static long phone(Phone phone) {
    return Texts.hash('p', phone.key());
  }

  static long mailbox(Mailbox mailbox) {
    return Texts.hash('m', mailbox.key());
  }

  static Optional<Long> domain(Mailbox mailbox) {
    return mailbox.company() ? Optional.of(host(mailbox.domain())) : Optional.empty();
  }

  static long host(String host) {
    return Texts.hash('h', host);
  }

  static long code(String code) {
    return Texts.hash('c', code);
  }

  static Optional<Long> address(Address address) {
    return address.key().map(key -> Texts.hash('a', key));
  }

  private static void affixes(Name name, Set<Long> keys) {
    String whole = name.joined();
    int length = name.cjk() ? HAN_AFFIX : LATIN_AFFIX;
    if (whole.length() > length) {
      keys.add(Texts.hash('b', whole.substring(0, length)));
      keys.add(Texts.hash('e', whole.substring(whole.length() - length)));
    } else {
      keys.add(Texts.hash('b', whole));
    }
    List<String> distinct = name.distinct();
    if (name.cjk() && !name.generic().isEmpty() && distinct.getFirst().length() >= 2) {
      keys.add(Texts.hash('b', distinct.getFirst()));
    }
  }
}
