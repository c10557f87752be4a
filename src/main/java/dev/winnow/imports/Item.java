package dev.winnow.imports;

import dev.winnow.activity.Activity;
import dev.winnow.customer.Customer;
import dev.winnow.mapping.ColumnMapping.Rows;
import java.util.Set;

/** What a row, or a part of it, stands for. */
sealed interface Item {
  String id();

  Rows rows();

  /**
   * A customer.
   *
   * @param customer with the fields that the row has
   * @param derived whether the row is about something else and only names the customer: then a
   *     value it does not have takes none away, and it may come again and again
   * @param assumed fields that have a value only because a new customer needs one
   */
  record CustomerItem(Customer customer, boolean derived, Set<String> assumed) implements Item {
    @Override
    public String id() {
      return customer.id();
    }

    @Override
    public Rows rows() {
      return Rows.CUSTOMERS;
    }
  }

  /** Something that happened. */
  record ActivityItem(Rows rows, Activity activity) implements Item {
    @Override
    public String id() {
      return activity.id();
    }
  }
}
