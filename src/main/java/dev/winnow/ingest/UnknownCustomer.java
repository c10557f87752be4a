package dev.winnow.ingest;

/** What happens to an activity of a customer that does not exist. */
public enum UnknownCustomer {
  /** The activity is rejected. */
  REFUSE,
  /** The customer is created, named by its id. */
  CREATE
}
