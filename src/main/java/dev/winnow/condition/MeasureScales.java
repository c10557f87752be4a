package dev.winnow.condition;

import dev.winnow.condition.Condition.Figure;
import dev.winnow.schema.Field;
import dev.winnow.schema.Label;
import java.math.BigDecimal;
import java.util.List;

/** What can be measured of a kind of activity, and on which scale. */
public final class MeasureScales {
  /** Decimals of the bounds of averages; averages themselves are compared exactly. */
  private static final int AVERAGE_DECIMALS = 6;

  private static final Field.Ordered COUNT =
      new Field.Number(traits("count", new Label("Times", "次数")), 0, "");
  private static final Field.Ordered AVERAGE =
      new Field.Number(traits("average", new Label("Average", "平均")), AVERAGE_DECIMALS, "");
  private static final Field.Ordered DAY = new Field.Date(traits("date", new Label("Date", "日期")));

  private MeasureScales() {}

  /**
   * The scale of a figure, as a field of that type.
   *
   * @param of the attribute of a sum or an average
   */
  public static Field.Ordered of(ActivityKind kind, Figure figure, String of) {
    return switch (figure) {
      case COUNT -> COUNT;
      case FIRST, LAST -> DAY;
      case SUM -> number(kind, of);
      case AVERAGE -> AVERAGE;
    };
  }

  /** By what a sum of the attribute is to be multiplied to be on the scale of averages. */
  public static long toAverage(ActivityKind kind, String of) {
    return BigDecimal.ONE
        .scaleByPowerOfTen(AVERAGE_DECIMALS - number(kind, of).decimals())
        .longValueExact();
  }

  /** The attributes that a figure of the kind can be of. */
  public static List<String> attributes(ActivityKind kind, Figure figure) {
    return kind.attributes().fields().values().stream()
        .filter(
            field ->
                switch (figure) {
                  case COUNT -> field instanceof Field.Keyword;
                  case SUM, AVERAGE -> field instanceof Field.Number;
                  case FIRST, LAST -> false;
                })
        .map(Field::name)
        .toList();
  }

  private static Field.Number number(ActivityKind kind, String attribute) {
    if (kind.attributes().field(attribute).orElseThrow() instanceof Field.Number number) {
      return number;
    }
    throw new IllegalArgumentException("cannot be added: " + attribute);
  }

  private static Field.Traits traits(String name, Label label) {
    return new Field.Traits(name, label, false, false, false, false, false);
  }
}
