package dev.winnow.matching;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A name while it is being read. */
final class NameDraft {
  final List<String> distinct = new ArrayList<>();
  final List<String> generic = new ArrayList<>();
  final List<String> places = new ArrayList<>();
  final Set<String> numbers = new HashSet<>();
  final StringBuilder branch = new StringBuilder();
  boolean company;
  private String form = "";

  /** Remembers a legal form's family, the first that tells one. */
  void form(String family) {
    company = true;
    form = form.isEmpty() ? family : form;
  }

  /** The name; when nothing else tells it from others, then places and trades do. */
  Optional<Name> name() {
    Set<String> where = places.isEmpty() ? Set.of() : Set.copyOf(places);
    if (distinct.isEmpty()) {
      distinct.addAll(places);
      distinct.addAll(generic);
      generic.clear();
      where = Set.of();
    }
    if (distinct.isEmpty()) {
      distinct.addAll(numbers);
    }
    if (distinct.isEmpty() && !branch.isEmpty()) {
      distinct.add(branch.toString());
    }
    if (distinct.isEmpty() && form.isEmpty()) {
      return Optional.empty();
    }
    if (distinct.isEmpty()) {
      distinct.add(form);
    }
    return Optional.of(
        new Name(distinct, generic, where, numbers, branch.toString(), form, company, cjk()));
  }

  private boolean cjk() {
    for (String word : distinct) {
      if (Texts.isCjk(word.charAt(0))) {
        return true;
      }
    }
    return false;
  }
}
