package dev.winnow.lucene;

import dev.winnow.activity.Currencies;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;

/**
 * The numbers that conditions on activities speak of: amounts in the currency in which the company
 * adds them, days in its time zone.
 */
record ActivityAmounts(Currencies currencies, ZoneId zone) {
  private static final String AMOUNT = "amount";
  private static final String DATE = "date";

  /** The values of an attribute that is a number or a day. */
  NumericDocValues of(LeafReader leaf, String attribute) throws IOException {
    return switch (attribute) {
      case AMOUNT -> inHomeCurrency(leaf);
      case DATE -> days(leaf);
      default -> DocValues.getNumeric(leaf, ActivityDocuments.numbers(attribute));
    };
  }

  /** The day of a time, since 1970-01-01. */
  long day(long time) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(time), zone).toEpochDay();
  }

  private NumericDocValues days(LeafReader leaf) throws IOException {
    NumericDocValues times =
        DocValues.getNumeric(leaf, ActivityDocuments.numbers(ActivityDocuments.TIME));
    return new Derived(times) {
      @Override
      long derive(long time) {
        return day(time);
      }
    };
  }

  private NumericDocValues inHomeCurrency(LeafReader leaf) throws IOException {
    NumericDocValues raw = DocValues.getNumeric(leaf, ActivityDocuments.numbers(AMOUNT));
    SortedDocValues codes = DocValues.getSorted(leaf, ActivityDocuments.words("currency"));
    String[] byOrd = new String[codes.getValueCount()];
    boolean onlyHome = true;
    for (int ord = 0; ord < byOrd.length; ord++) {
      byOrd[ord] = codes.lookupOrd(ord).utf8ToString();
      onlyHome &= byOrd[ord].equals(currencies.home());
    }
    return onlyHome
        ? raw
        : new Derived(raw) {
          @Override
          long derive(long amount) throws IOException {
            String code = codes.advanceExact(raw.docID()) ? byOrd[codes.ordValue()] : "";
            return currencies.toHome(amount, code).orElseThrow(() -> cannotConvert(code));
          }
        };
  }

  private WinnowException cannotConvert(String code) {
    return new WinnowException(
        ProblemCode.CANNOT_COMPUTE,
        "There are amounts in "
            + code
            + ", which cannot be converted into "
            + currencies.home()
            + "; add a rate to computed.yml.");
  }

  /** Values that follow from others, one by one. */
  private abstract static class Derived extends NumericDocValues {
    private final NumericDocValues source;
    private long value;

    private Derived(NumericDocValues source) {
      this.source = source;
    }

    abstract long derive(long value) throws IOException;

    @Override
    public boolean advanceExact(int doc) throws IOException {
      if (!source.advanceExact(doc)) {
        return false;
      }
      value = derive(source.longValue());
      return true;
    }

    @Override
    public long longValue() {
      return value;
    }

    @Override
    public int docID() {
      return source.docID();
    }

    @Override
    public int nextDoc() {
      throw new UnsupportedOperationException("only asked for one by one");
    }

    @Override
    public int advance(int target) {
      throw new UnsupportedOperationException("only asked for one by one");
    }

    @Override
    public long cost() {
      return source.cost();
    }
  }
}
