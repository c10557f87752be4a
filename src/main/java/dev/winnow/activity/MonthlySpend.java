package dev.winnow.activity;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a customer bought in a month.
 *
 * @param amount in ten-thousandths of the home currency; returns taken off
 * @param orders different orders with something bought; a purchase without an order counts as one
 */
public record MonthlySpend(YearMonth month, long amount, int orders) {
  /** The months with purchases, the earliest first. */
  public static List<MonthlySpend> of(
      Iterable<Activity> activities, Currencies currencies, ZoneId zone) {
    Map<YearMonth, ExactSum> amounts = new TreeMap<>();
    Map<YearMonth, Set<String>> orders = new TreeMap<>();
    for (Activity activity : activities) {
      if (activity instanceof Activity.Purchase purchase) {
        LocalDate day = purchase.day(zone);
        YearMonth month = YearMonth.from(day);
        amounts.computeIfAbsent(month, _ -> new ExactSum()).add(currencies.toHome(purchase));
        Set<String> mine = orders.computeIfAbsent(month, _ -> new HashSet<>());
        if (purchase.quantity() > 0) {
          mine.add(
              purchase.order().isEmpty()
                  ? "activity " + purchase.id()
                  : "order " + purchase.order());
        }
      }
    }
    List<MonthlySpend> months = new ArrayList<>();
    amounts.forEach(
        (month, sum) ->
            months.add(
                new MonthlySpend(
                    month,
                    sum.value().longValueExact(),
                    orders.getOrDefault(month, Set.of()).size())));
    return months;
  }
}
