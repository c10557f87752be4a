package dev.winnow.matching;

import java.util.List;
import java.util.OptionalLong;

/**
 * What of a customer is compared.
 *
 * @param names those that can be read, the customer's own first
 * @param person whether it is known or looks like a person
 * @param codes folded, without punctuation
 * @param hosts of its websites
 * @param contacts names of persons
 * @param birthday in days since 1970
 * @param region levels of the place, from the country down; empty when unknown
 */
record Profile(
    List<Value<Name>> names,
    boolean person,
    List<Value<Phone>> phones,
    List<Value<Mailbox>> mailboxes,
    List<Value<String>> codes,
    List<Value<String>> hosts,
    List<Value<Address>> addresses,
    List<Value<Name>> contacts,
    OptionalLong birthday,
    String birthdayField,
    List<String> region) {

  /**
   * A value taken apart.
   *
   * @param field where it stands
   * @param written as it stands there
   */
  record Value<T>(String field, String written, T read) {}
}
