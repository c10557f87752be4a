package dev.winnow.matching;

import dev.winnow.matching.Profile.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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

  private long[] keys = new long[16];
  private int size;

  private Keys() {}

  /** All keys, in no order that means anything, each once. */
  static long[] of(Profile profile) {
    Keys keys = new Keys();
    profile.names().forEach(name -> keys.addAll(name.read()));
    profile.phones().forEach(phone -> keys.add(phone(phone.read())));
    for (Value<Mailbox> mailbox : profile.mailboxes()) {
      keys.add(mailbox(mailbox.read()));
      domain(mailbox.read()).ifPresent(keys::add);
    }
    profile.hosts().forEach(host -> keys.add(host(host.read())));
    profile.codes().forEach(code -> keys.add(code(code.read())));
    profile.addresses().forEach(address -> address(address.read()).ifPresent(keys::add));
    return Arrays.copyOf(keys.keys, keys.size);
  }

  /** Adds a key unless it is there; there are too few for anything but looking at each. */
  private void add(long key) {
    for (int i = 0; i < size; i++) {
      if (keys[i] == key) {
        return;
      }
    }
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
    }
    keys[size++] = key;
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

  private void addAll(Name name) {
    List<String> distinct = name.distinct();
    add(name(name));
    if (distinct.size() > 1 || !name.generic().isEmpty()) {
      for (int i = 0; i < Math.min(MOST_WORDS, distinct.size()); i++) {
        add(Texts.hash('w', distinct.get(i)));
      }
    }
    String whole = name.joined();
    int length = name.cjk() ? HAN_AFFIX : LATIN_AFFIX;
    if (whole.length() > length) {
      add(Texts.hash('b', whole.substring(0, length)));
      add(Texts.hash('e', whole.substring(whole.length() - length)));
    } else {
      add(Texts.hash('b', whole));
    }
    if (name.cjk() && !name.generic().isEmpty() && distinct.getFirst().length() >= 2) {
      add(Texts.hash('b', distinct.getFirst()));
    }
  }
}
