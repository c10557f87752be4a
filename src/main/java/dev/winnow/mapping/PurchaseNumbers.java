package dev.winnow.mapping;

import dev.winnow.customer.TextNumbers;
import dev.winnow.mapping.ColumnMapping.Rows;
import dev.winnow.mapping.FieldRule.Product;
import dev.winnow.mapping.Matched.Found;
import dev.winnow.schema.Field;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Proposes where the amount and the quantity of a purchase come from. */
final class PurchaseNumbers {
  private static final Rows P = Rows.PURCHASES;
  private static final double FULL = 0.95;

  private final Matched matched;
  private final RuleDraft draft;

  PurchaseNumbers(Matched matched, RuleDraft draft) {
    this.matched = matched;
    this.draft = draft;
  }

  /** The rule of the field amount or quantity. */
  Optional<FieldRule> rule(Field field) {
    return field.name().equals("amount") ? amount(field) : quantity(field);
  }

  private Optional<FieldRule> quantity(Field field) {
    Optional<Found> given = matched.get(P, "quantity.return");
    if (given.isPresent() && matched.get(P, "quantity").isEmpty()) {
      FieldRule rule = draft.product(field, List.of(given.get()), Optional.empty());
      return Optional.of(negative(rule));
    }
    return matched
        .get(P, "quantity")
        .map(found -> draft.rule(field, List.of(found), Optional.empty()));
  }

  private static FieldRule negative(FieldRule rule) {
    Product product = (Product) rule.origin();
    FieldRule turned =
        FieldRule.of(rule.field(), new Product(product.factors(), product.less(), true))
            .withNulls(rule.nulls());
    return rule.decimalComma() ? turned.withDecimalComma() : turned;
  }

  private Optional<FieldRule> amount(Field field) {
    Optional<Found> amount = matched.get(P, "amount");
    Optional<Found> price = matched.get(P, "amount.price");
    Optional<Found> quantity = matched.get(P, "quantity");
    boolean lines = price.isPresent() && quantity.isPresent();
    if (amount.isPresent() && !(lines && isOfWholeOrders(amount.get(), price.get()))) {
      return amount.map(found -> draft.rule(field, List.of(found), Optional.empty()));
    }
    if (lines) {
      Optional<Found> discount = matched.get(P, "amount.discount").filter(this::isShare);
      return Optional.of(draft.product(field, List.of(price.get(), quantity.get()), discount));
    }
    return price.map(found -> draft.rule(field, List.of(found), Optional.empty()));
  }

  /** The amount stands in the first line of each order only. */
  private boolean isOfWholeOrders(Found amount, Found price) {
    return matched.clues(amount).profile().filled()
        < FULL * matched.clues(price).profile().filled();
  }

  /** A discount of 0.15 or 15 %, and not an amount. */
  private boolean isShare(Found discount) {
    return matched.clues(discount).values().stream()
        .map(value -> TextNumbers.read(value, "", false))
        .allMatch(
            number ->
                number.isPresent()
                    && number.get().signum() >= 0
                    && number.get().compareTo(BigDecimal.ONE) <= 0);
  }
}
