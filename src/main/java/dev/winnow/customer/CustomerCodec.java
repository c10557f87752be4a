package dev.winnow.customer;

import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.schema.Field;
import dev.winnow.schema.Scale;
import dev.winnow.schema.Schema;
import java.io.ByteArrayOutputStream;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;

/**
 * A customer's fields as a JSON object: how customers are stored and how they are sent. Numbers are
 * decimals, dates ISO 8601 strings, booleans true or false, and multi-valued fields arrays.
 *
 * <p>Safe for use by many threads.
 */
public final class CustomerCodec {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int USUAL_SIZE = 1024;

  private final Schema schema;
  private final List<Member> members;

  /** A field and its name, encoded for all customers. */
  private record Member(Field field, String name, SerializedString encoded) {}

  public CustomerCodec(Schema schema) {
    this.schema = schema;
    members =
        schema.fields().values().stream()
            .map(field -> new Member(field, field.name(), new SerializedString(field.name())))
            .toList();
  }

  /** The object in compact UTF-8, fields in schema order, so equal customers give equal bytes. */
  public byte[] encode(Customer customer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
    try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
      write(generator, customer);
    }
    return bytes.toByteArray();
  }

  /** Writes the object; values of fields the schema does not have are left out. */
  public void write(JsonGenerator generator, Customer customer) {
    generator.writeStartObject();
    for (Member member : members) {
      FieldValue value = customer.values().get(member.name);
      if (value != null) {
        generator.writeName(member.encoded);
        write(generator, member.field, value);
      }
    }
    generator.writeEndObject();
  }

  /**
   * Reads what {@link #encode} wrote, without checking values again. Fields the schema no longer
   * has are skipped.
   *
   * @throws WinnowException with the code {@code CORRUPT_DATA} when the bytes are not of this form
   */
  public Customer decode(String id, byte[] json) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
      SequencedMap<String, FieldValue> values = new LinkedHashMap<>();
      expect(parser.nextToken(), JsonToken.START_OBJECT);
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        parser.nextToken();
        Field field = schema.fields().get(name);
        if (field == null) {
          parser.skipChildren();
        } else {
          values.put(name, read(parser, field));
        }
      }
      expect(parser.currentToken(), JsonToken.END_OBJECT);
      return new Customer(id, values);
    } catch (JacksonException | IllegalArgumentException | ArithmeticException e) {
      throw new WinnowException(
          ProblemCode.CORRUPT_DATA, "The stored customer \"" + id + "\" cannot be read.", e);
    }
  }

  private static void write(JsonGenerator generator, Field field, FieldValue value) {
    switch (value) {
      case FieldValue.Amount(long amount) when field instanceof Field.Ordered ordered -> {
        switch (ordered) {
          case Field.Date _ -> generator.writeString(Scale.toJson(ordered, amount).toString());
          case Field.Number _, Field.Money _ ->
              generator.writeNumber(Scale.toDecimal(ordered, amount));
        }
      }
      case FieldValue.Words(List<String> words) when field instanceof Field.Bool ->
          generator.writeBoolean(words.getFirst().equals("true"));
      case FieldValue.Words(List<String> words) when field.multi() -> {
        generator.writeStartArray();
        words.forEach(generator::writeString);
        generator.writeEndArray();
      }
      case FieldValue.Words(List<String> words) -> generator.writeString(words.getFirst());
      case FieldValue.Amount _ ->
          throw new IllegalArgumentException("a number in the worded field " + field.name());
    }
  }

  private static FieldValue read(JsonParser parser, Field field) {
    return switch (field) {
      case Field.Date _ ->
          new FieldValue.Amount(
              Scale.ofDate(parser.getString()).orElseThrow(IllegalArgumentException::new));
      case Field.Number number -> amount(parser, number.decimals());
      case Field.Money money -> amount(parser, money.decimals());
      case Field.Worded _ -> words(parser);
    };
  }

  private static FieldValue amount(JsonParser parser, int decimals) {
    if (decimals == 0 && parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      return new FieldValue.Amount(parser.getLongValue());
    }
    return new FieldValue.Amount(
        parser
            .getDecimalValue()
            .setScale(decimals, RoundingMode.HALF_UP)
            .unscaledValue()
            .longValueExact());
  }

  private static FieldValue words(JsonParser parser) {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      return FieldValue.Words.of(word(parser));
    }
    List<String> words = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      words.add(word(parser));
    }
    return new FieldValue.Words(words);
  }

  private static String word(JsonParser parser) {
    JsonToken token = parser.currentToken();
    if (token == null || !token.isScalarValue()) {
      throw new IllegalArgumentException("not a word: " + token);
    }
    return parser.getString();
  }

  private static void expect(@Nullable JsonToken actual, JsonToken expected) {
    if (actual != expected) {
      throw new IllegalArgumentException("not a JSON object: " + actual);
    }
  }
}
