package dev.winnow.customer;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the given values of a customer come from. Most customers are written by one source at one
 * time, so what most values have in common stands once.
 *
 * @param common the origin of every value that has none of its own; empty when such values are of
 *     unknown origin
 * @param own by field
 */
public record Origins(Optional<Origin> common, Map<String, Origin> own) {
  /** Nothing is known of any value. */
  public static final Origins NONE = new Origins(Optional.empty(), Map.of());

  public Origins {
    own = Map.copyOf(own);
  }

  /** All values are from there. */
  public static Origins all(Origin origin) {
    return new Origins(Optional.of(origin), Map.of());
  }

  /** The origin of a value that the customer has. */
  public Optional<Origin> of(String field) {
    return Optional.ofNullable(own.get(field)).or(() -> common);
  }

  /**
   * The origins of another state of the customer: values that stay as they were keep theirs.
   *
   * @param before the values of which these are the origins
   * @param now the values after it
   * @param origin of every value that is new or another; empty when it is unknown
   */
  public Origins after(Customer before, Customer now, Optional<Origin> origin) {
    SequencedMap<String, Origin> each = new LinkedHashMap<>();
    now.values()
        .forEach(
            (field, value) ->
                (value.equals(before.values().get(field)) ? of(field) : origin)
                    .ifPresent(from -> each.put(field, from)));
    return each.size() == now.values().size() ? shared(each) : new Origins(Optional.empty(), each);
  }

  /** The origin of the newest value. */
  public Optional<Origin> newest() {
    if (own.isEmpty()) {
      return common;
    }
    return all().max(Comparator.comparing(Origin::at));
  }

  /** The names of all sources, in alphabetical order. */
  public List<String> sources() {
    if (own.isEmpty()) {
      return common.map(origin -> List.of(origin.source())).orElse(List.of());
    }
    return all().map(Origin::source).distinct().sorted().toList();
  }

  private Stream<Origin> all() {
    return Stream.concat(common.stream(), own.values().stream());
  }

  private static Origins shared(SequencedMap<String, Origin> each) {
    Optional<Origin> common = mostFrequent(each.values());
    Map<String, Origin> own = new LinkedHashMap<>(each);
    common.ifPresent(origin -> own.values().removeIf(origin::equals));
    return new Origins(common, own);
  }

  /** One answer whatever the order, so that equal customers are stored equally. */
  private static Optional<Origin> mostFrequent(Collection<Origin> origins) {
    return origins.stream()
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .entrySet()
        .stream()
        .max(
            Entry.<Origin, Long>comparingByValue()
                .thenComparing(entry -> entry.getKey().at())
                .thenComparing(entry -> entry.getKey().source()))
        .map(Entry::getKey);
  }
}
