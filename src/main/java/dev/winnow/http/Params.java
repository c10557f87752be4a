package dev.winnow.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The query parameters of a request, read strictly: unknown and repeated ones are faults. */
final class Params {
  private final Map<String, List<String>> values;
  private final Faults faults = new Faults();

  /** The parameters of a request that may have the given ones and no others. */
  Params(Context context, String... known) {
    this.values = context.queryParamMap();
    Set<String> names = Set.of(known);
    values.forEach(
        (name, given) -> {
          if (!names.contains(name)) {
            fault("There is no query parameter \"" + name + "\".", expected(known));
          } else if (given.isEmpty()) {
            fault("The query parameter \"" + name + "\" is not percent-encoded UTF-8.", "");
          } else if (given.size() > 1) {
            fault("The query parameter \"" + name + "\" is given more than once.", "");
          }
        });
  }

  private static String expected(String... known) {
    return known.length == 0 ? "None is known here." : "Known: " + String.join(", ", known) + ".";
  }

  Optional<String> text(String name, int max) {
    Optional<String> text = values.getOrDefault(name, List.of()).stream().findFirst();
    if (text.isPresent() && (text.get().length() > max || broken(text.get()))) {
      fault(
          "The query parameter \"" + name + "\" is not valid.",
          "At most " + max + " characters, no control characters.");
      return Optional.empty();
    }
    return text;
  }

  String requiredText(String name, int max) {
    if (!values.containsKey(name)) {
      fault("The query parameter \"" + name + "\" is missing.", "");
    }
    return text(name, max).orElse("");
  }

  OptionalInt integer(String name, int min, int max) {
    Optional<String> text = text(name, 20);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      int value = Integer.parseInt(text.get());
      if (value >= min && value <= max) {
        return OptionalInt.of(value);
      }
    } catch (NumberFormatException e) {
      // falls through to the same fault as a number out of range
    }
    fault(
        "The query parameter \"" + name + "\" is not valid.",
        "A whole number from " + min + " to " + max + ".");
    return OptionalInt.empty();
  }

  /** One of the choices, or empty when not given. */
  Optional<String> choice(String name, String... choices) {
    Optional<String> text = text(name, 20);
    if (text.isPresent() && !List.of(choices).contains(text.get())) {
      fault(
          "The query parameter \"" + name + "\" is not valid.",
          "One of " + String.join(", ", choices) + ".");
      return Optional.empty();
    }
    return text;
  }

  /** Says that a parameter is not valid, and what would be. */
  void refuse(String name, String expected) {
    fault("The query parameter \"" + name + "\" is not valid.", expected);
  }

  /** Refuses with everything that was wrong so far. */
  void check() {
    faults.throwIfAny();
  }

  private void fault(String detail, String expected) {
    faults.add("", detail, expected);
  }

  private static boolean broken(String text) {
    return text.chars().anyMatch(c -> c < ' ' || c == 0x7f || c == 0xfffd)
        || Surrogates.unpaired(text);
  }
}
