package dev.winnow.matching;

import dev.winnow.matching.Profile.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/**
 * A profile as some dozens of numbers, enough to rule most pairs out: hashes of what has to be the
 * same, lengths and sets of characters of names. {@link Ceiling} reads it in the order written
 * here. A section is a number of entries and the entries.
 */
final class Sketch {
  /** In the first number. */
  static final int PERSON = 1;

  /** In the first number. */
  static final int BORN = 2;

  /** Lowest bit of the hash of a name that is written in Chinese, Japanese or Korean. */
  static final int CJK = 1;

  /** Lowest bit of the hash of a Chinese legal form. */
  static final int CHINESE = 1;

  /** Digits that two ways of writing a telephone number have in common at least. */
  private static final int PHONE_END = 7;

  private int[] numbers = new int[96];
  private int size;

  private Sketch() {}

  static int[] of(Profile profile) {
    Sketch sketch = new Sketch();
    sketch.add((profile.person() ? PERSON : 0) | (profile.birthday().isPresent() ? BORN : 0));
    sketch.add((int) profile.birthday().orElse(0));
    sketch.section(profile.region(), level -> hash(level));
    sketch.section(profile.phones(), phone -> hash(end(phone.read().digits())));
    sketch.section(profile.mailboxes(), box -> Keys.mailbox(box.read()));
    sketch.section(profile.hosts(), host -> hash(host.read()));
    sketch.section(domains(profile), Sketch::hash);
    sketch.section(profile.codes(), code -> hash(code.read()));
    sketch.section(profile.contacts(), contact -> joined(contact.read()));
    sketch.addresses(profile.addresses());
    sketch.names(profile.names());
    return Arrays.copyOf(sketch.numbers, sketch.size);
  }

  private void add(int number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * size);
    }
    numbers[size++] = number;
  }

  private <T> void section(List<T> values, ToLongFunction<T> hash) {
    add(values.size());
    values.forEach(value -> add((int) hash.applyAsLong(value)));
  }

  private static List<String> domains(Profile profile) {
    List<String> domains = new ArrayList<>();
    profile.hosts().forEach(host -> domains.add(host.read()));
    for (Value<Mailbox> box : profile.mailboxes()) {
      if (box.read().company()) {
        domains.add(box.read().domain());
      }
    }
    return domains;
  }

  private void addresses(List<Value<Address>> addresses) {
    add(addresses.size());
    for (Value<Address> address : addresses) {
      add(hash(address.read().key().orElse("")));
    }
  }

  private void names(List<Value<Name>> names) {
    add(names.size());
    if (!names.isEmpty()) {
      Name own = names.getFirst().read();
      add(hash(own.branch()));
      add(own.numbers().isEmpty() ? 0 : hash(String.join(" ", new TreeSet<>(own.numbers()))));
      add(form(own.form()));
    }
    names.forEach(name -> name(name.read()));
  }

  private void name(Name name) {
    String whole = name.joined();
    long characters = characters(whole);
    add(joined(name));
    add((int) Keys.name(name));
    add(hash(String.join("", name.distinct())));
    add(whole.length());
    add((int) characters);
    add((int) (characters >>> 32));
    add(name.distinct().size());
    add(name.generic().size());
  }

  private static int form(String form) {
    return form.isEmpty() ? 0 : (hash(form) & ~CHINESE) | (form.endsWith("-cn") ? CHINESE : 0) | 2;
  }

  private static int joined(Name name) {
    return (hash(name.joined()) & ~CJK) | (name.cjk() ? CJK : 0);
  }

  private static String end(String digits) {
    return digits.substring(digits.length() - PHONE_END);
  }

  /** A set of 64 into which every character falls somewhere. */
  private static long characters(String text) {
    long set = 0;
    for (int i = 0; i < text.length(); i++) {
      set |= 1L << ((text.charAt(i) * 0x9E3779B9) >>> 26);
    }
    return set;
  }

  /** 0 only for the empty text. */
  private static int hash(String text) {
    return text.isEmpty() ? 0 : (int) Texts.hash('s', text) | 4;
  }
}
