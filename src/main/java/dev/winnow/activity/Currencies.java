package dev.winnow.activity;

import dev.winnow.problem.Excerpt;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The currency in which amounts are added, and what others are worth in it. Amounts in a currency
 * that is not here are refused, so nothing is ever added to what it cannot be added to.
 *
 * @param home ISO 4217 code
 * @param rates units of the home currency for one unit of another, by ISO 4217 code; positive
 */
public record Currencies(String home, Map<String, BigDecimal> rates) {
  public Currencies {
    rates = Map.copyOf(rates);
  }

  /** One currency, and no other. */
  public static Currencies only(String home) {
    return new Currencies(home, Map.of());
  }

  /** The codes that can be converted, the home currency first. */
  public List<String> codes() {
    List<String> codes = new ArrayList<>(List.of(home));
    codes.addAll(new TreeMap<>(rates).keySet());
    return codes;
  }

  /**
   * A purchase's amount in the home currency.
   *
   * @throws WinnowException {@code CANNOT_COMPUTE} when it cannot be converted, as after a rate has
   *     been taken away
   */
  public long toHome(Activity.Purchase purchase) {
    return toHome(purchase.amount(), purchase.currency())
        .orElseThrow(
            () ->
                new WinnowException(
                    ProblemCode.CANNOT_COMPUTE,
                    "The amount of the activity "
                        + Excerpt.quoted(purchase.id())
                        + " is in "
                        + purchase.currency()
                        + " and cannot be converted into "
                        + home
                        + "; add a rate to computed.yml."));
  }

  /**
   * An amount in the home currency, rounded half up to {@link Activity#AMOUNT_DECIMALS}; each on
   * its own, so that a sum does not depend on the order. Empty when there is no rate, or when the
   * result is beyond a {@code long}.
   */
  public Optional<Long> toHome(long amount, String currency) {
    if (currency.equals(home)) {
      return Optional.of(amount);
    }
    BigDecimal rate = rates.get(currency);
    if (rate == null) {
      return Optional.empty();
    }
    BigDecimal converted =
        BigDecimal.valueOf(amount).multiply(rate).setScale(0, RoundingMode.HALF_UP);
    return converted.unscaledValue().bitLength() < Long.SIZE
        ? Optional.of(converted.longValue())
        : Optional.empty();
  }
}
