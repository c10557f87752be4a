package dev.winnow.matching;

import dev.winnow.customer.Customer;
import dev.winnow.matching.Parts.Part;
import dev.winnow.matching.Profile.Value;
import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/** Makes profiles of customers. Safe for use by many threads. */
final class Profiler {
  private static final Set<String> PERSONS = Set.of("individual", "person", "个人", "自然人");
  private static final int MOST_VALUES = 8;

  private final Parts parts;
  private final NameReader names;

  Profiler(Schema schema, Parts parts) {
    this.parts = parts;
    this.names = new NameReader(NameWords.of(schema, parts));
  }

  Profile of(Customer customer) {
    List<Value<Name>> read = read(customer, Part.NAMES, names::read);
    Optional<String> birthdayField =
        parts.of(Part.BIRTHDAYS).stream()
            .filter(field -> customer.amount(field).isPresent())
            .findFirst();
    return new Profile(
        read,
        isPerson(customer, read, birthdayField.isPresent()),
        read(customer, Part.PHONES, Phone::of),
        read(customer, Part.EMAILS, Mailbox::of),
        read(customer, Part.CODES, Profiler::code),
        read(customer, Part.WEBSITES, Profiler::host),
        read(customer, Part.ADDRESSES, Address::of),
        read(customer, Part.CONTACTS, names::read),
        birthdayField.map(customer::amount).orElse(OptionalLong.empty()),
        birthdayField.orElse(""),
        region(customer));
  }

  /** A profile of nothing but what {@link Keys} looks at: every written customer needs one. */
  Profile keyed(Customer customer) {
    return new Profile(
        read(customer, Part.NAMES, names::read),
        false,
        read(customer, Part.PHONES, Phone::of),
        read(customer, Part.EMAILS, Mailbox::of),
        read(customer, Part.CODES, Profiler::code),
        read(customer, Part.WEBSITES, Profiler::host),
        read(customer, Part.ADDRESSES, Address::of),
        List.of(),
        OptionalLong.empty(),
        "",
        List.of());
  }

  private boolean isPerson(Customer customer, List<Value<Name>> read, boolean hasBirthday) {
    List<String> kinds =
        parts.of(Part.KINDS).stream().flatMap(field -> customer.words(field).stream()).toList();
    if (!kinds.isEmpty()) {
      return kinds.stream().anyMatch(PERSONS::contains);
    }
    return hasBirthday || (!read.isEmpty() && read.getFirst().read().looksPersonal());
  }

  private List<String> region(Customer customer) {
    return parts.of(Part.REGIONS).stream()
        .flatMap(field -> customer.words(field).stream())
        .findFirst()
        .map(path -> List.of(path.split(String.valueOf(Field.Tree.SEPARATOR))))
        .orElse(List.of());
  }

  private <T> List<Value<T>> read(
      Customer customer, Part part, Function<String, Optional<T>> reader) {
    List<Value<T>> values = new ArrayList<>();
    for (String field : parts.of(part)) {
      for (String written : customer.words(field)) {
        Optional<T> value = values.size() < MOST_VALUES ? reader.apply(written) : Optional.empty();
        value.ifPresent(found -> values.add(new Value<>(field, written, found)));
      }
    }
    return values;
  }

  private static Optional<String> code(String written) {
    return Optional.of(Texts.words(written).replace(" ", "")).filter(code -> !code.isEmpty());
  }

  private static Optional<String> host(String written) {
    String text = Texts.folded(written).strip();
    int scheme = text.indexOf("://");
    text = scheme < 0 ? text : text.substring(scheme + 3);
    text = text.startsWith("www.") ? text.substring(4) : text;
    int end = 0;
    while (end < text.length() && "/?#:".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return Optional.of(text.substring(0, end)).filter(name -> name.indexOf('.') > 0);
  }
}
