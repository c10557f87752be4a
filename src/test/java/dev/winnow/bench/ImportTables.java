package dev.winnow.bench;

import dev.winnow.customer.Customer;
import dev.winnow.imports.sample.SampleCustomers;
import dev.winnow.schema.Schema;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/**
 * Writes made-up tables as a company's own programs would: customers, and lines of their orders.
 */
final class ImportTables {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);
  private static final int LINES = 4;
  private static final int DAYS = 730;
  private static final int PRODUCTS = 5_000;

  private final SampleCustomers customers;
  private final long seed;

  ImportTables(Schema schema, long seed) {
    this.customers = new SampleCustomers(schema, seed, TODAY);
    this.seed = seed;
  }

  /** A line for each customer, with places and industries by their names. */
  void customers(Path file, int count) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("Customer ID,Name,Industry,Region,City,Phone,Email,Owner\n");
      for (int i = 0; i < count; i++) {
        Customer customer = customers.customer(i);
        List<String> region = List.of(word(customer, "region").split("/", -1));
        write(
            out,
            customer.id(),
            word(customer, "name"),
            last(List.of(word(customer, "industry").split("/", -1))),
            region.get(Math.min(1, region.size() - 1)),
            region.size() > 2 ? region.get(2) : "",
            word(customer, "phone"),
            word(customer, "email"),
            word(customer, "owner"));
      }
    }
  }

  /** Lines of orders, {@value #LINES} to an order, of the first customers more than of the last. */
  void orders(Path file, int count, int customerCount) throws IOException {
    Random random = new Random(seed);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("Invoice,Customer ID,Product,Quantity,Unit Price,Invoice Date\n");
      String customer = "";
      LocalDate day = TODAY;
      for (int i = 0; i < count; i++) {
        if (i % LINES == 0) {
          double skewed = random.nextDouble() * random.nextDouble();
          customer = "C%07d".formatted(1 + (int) (skewed * customerCount));
          day = TODAY.minusDays(random.nextInt(DAYS));
        }
        int product = random.nextInt(PRODUCTS);
        write(
            out,
            "INV%08d".formatted(i / LINES),
            customer,
            "SKU-%05d".formatted(product),
            Integer.toString(1 + random.nextInt(24)),
            "%d.%02d".formatted(1 + product % 400, product % 100),
            day.toString());
      }
    }
  }

  private static String word(Customer customer, String field) {
    return customer.values().containsKey(field) ? customer.words(field).getFirst() : "";
  }

  private static String last(List<String> parts) {
    return parts.getLast();
  }

  private static void write(BufferedWriter out, String... cells) throws IOException {
    for (int i = 0; i < cells.length; i++) {
      out.write(i == 0 ? "" : ",");
      boolean plain = cells[i].indexOf(',') < 0 && cells[i].indexOf('"') < 0;
      out.write(plain ? cells[i] : '"' + cells[i].replace("\"", "\"\"") + '"');
    }
    out.write('\n');
  }
}
