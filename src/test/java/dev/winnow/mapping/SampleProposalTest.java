package dev.winnow.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.tables.RowSource;
import dev.winnow.tables.Tables;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exports as ERP, CRM and shop systems write them, in four languages and five encodings. */
final class SampleProposalTest {
  /**
   * The target of each column in the table's order: c for customers, p for purchases, i for
   * interactions, f for feedback; nothing for what is left out.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kingdee_customers.csv | 0 | c.id c.name c.short_name c.customer_type c.industry - c.region"
            + " c.region c.region c.contact c.phone c.phone c.phone c.email c.address c.address"
            + " c.owner - - c.customer_since -",
        "guanjiapo_units.csv | 0 | c.id c.name c.short_name c.region c.address c.phone c.contact"
            + " c.owner - - - - - -",
        "salesforce_accounts.csv | 0 | c.id c.name c.owner c.lifecycle c.industry - c.employees"
            + " c.address c.region c.region c.address c.region c.phone c.phone c.website c.channel"
            + " - c.customer_since - -",
        "hubspot_companies.csv | 0 | c.id c.name c.owner c.customer_since c.phone - c.region"
            + " c.region c.industry c.website c.employees - c.lifecycle -",
        "shopify_customers.csv | 0 | c.id c.name c.name c.email - - c.address c.address c.region"
            + " c.region c.region c.address c.phone c.phone - c.total_spend c.order_count - -"
            + " c.tags",
        "shopify_orders.csv | 0 | p.order c.email - - - p.currency - - - - - - - p.time p.quantity"
            + " p.product p.amount - - c.name c.address c.region c.address c.region c.region"
            + " c.phone - - - - - - -",
        "online_retail.csv | 0 | p.order - p.product p.quantity p.time p.amount p.customer"
            + " c.region",
        "sap_kna1.txt | 0 | c.id c.name c.name c.short_name c.address c.address c.region - c.region"
            + " c.phone c.phone - c.customer_since -",
        "deutsche_kunden.csv | 0 | c.id c.name c.contact c.address c.address c.region c.region"
            + " c.phone c.email c.industry c.total_spend c.customer_since c.owner",
        "yonyou_sales.csv | 0 | p.time p.order p.customer c.name c.owner - p.product p.quantity -"
            + " p.amount p.currency -",
        "visits.csv | 0 | i.time c.name i.type - i.text",
        "complaints.tsv | 0 | f.id f.customer f.time f.type f.score f.text -",
        "members_traditional.csv | 1 | c.id c.name c.gender c.birthday c.phone c.email c.region"
            + " c.address c.value_tier c.total_spend c.last_purchase",
        "french_clients.csv | 0 | c.id c.name c.address c.address c.region c.region c.phone c.email"
            + " c.industry c.total_spend c.owner c.customer_since",
        "pos_receipts.csv | 0 | p.order p.time p.customer - p.product p.quantity - - p.amount",
      })
  void an_export_is_mapped(String file, int questions, String expected) throws Exception {
    Proposal proposal = Proposals.of(path(file));
    String targets =
        Proposals.targets(proposal).values().stream()
            .map(target -> target.replaceFirst("(.)[a-z]*\\.", "$1."))
            .collect(Collectors.joining(" "));
    System.out.println(Proposals.summary(file, proposal));
    assertThat(targets).isEqualTo(expected);
    assertThat(proposal.questions()).hasSize(questions);
  }

  @ParameterizedTest
  @CsvSource({
    "kingdee_customers.csv",
    "shopify_orders.csv",
    "online_retail.csv",
    "deutsche_kunden.csv",
    "yonyou_sales.csv",
    "visits.csv",
    "complaints.tsv",
    "french_clients.csv",
    "sap_kna1.txt"
  })
  void every_row_of_an_export_is_read_without_fault(String file) throws Exception {
    ColumnMapping mapping = Proposals.of(path(file)).mapping();
    try (RowSource source = Tables.open(path(file), mapping.format())) {
      RowMapper mapper = new RowMapper(mapping, source.header());
      while (source.hasNext()) {
        for (RowMapper.Mapped mapped : mapper.map(source.next())) {
          assertThat(Proposals.faults(mapped)).as(mapped.id()).isEmpty();
        }
      }
    }
  }

  private static Path path(String file) throws URISyntaxException {
    URL url = Objects.requireNonNull(SampleProposalTest.class.getResource(file), file);
    return Path.of(url.toURI());
  }
}
