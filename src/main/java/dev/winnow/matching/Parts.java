package dev.winnow.matching;

import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which fields play which part when customers are compared.
 *
 * @param fields names of fields by part; the first name is the customer's own, the others are
 *     further ones
 */
public record Parts(Map<Part, List<String>> fields) {
  /** What a field can say of who a customer is. */
  public enum Part {
    NAMES("names"),
    PHONES("phones"),
    EMAILS("emails"),
    CODES("codes"),
    WEBSITES("websites"),
    ADDRESSES("addresses"),
    CONTACTS("contacts"),
    BIRTHDAYS("birthdays"),
    REGIONS("regions"),
    /** Tells persons from companies. */
    KINDS("kinds");

    private final String key;

    Part(String key) {
      this.key = key;
    }

    /** As written in the configuration. */
    public String key() {
      return key;
    }

    boolean takes(Field field) {
      return switch (this) {
        case BIRTHDAYS -> field instanceof Field.Date;
        case REGIONS -> field instanceof Field.Tree;
        case KINDS -> field instanceof Field.Keyword;
        case NAMES, PHONES, EMAILS, CODES, WEBSITES, ADDRESSES, CONTACTS ->
            switch (field) {
              case Field.Text _, Field.Keyword _, Field.Phone _, Field.Email _ -> true;
              case Field.Tree _, Field.Bool _, Field.Number _, Field.Money _, Field.Date _ -> false;
            };
      };
    }
  }

  private static final Set<String> BIRTHDAY_NAMES = Set.of("birthday", "birth_date", "birthdate");

  public Parts {
    fields = Map.copyOf(fields);
  }

  /**
   * What fields of usual types and names say: the title and the searched texts are names, phones
   * and e-mails are what they are, and the rest goes by name.
   */
  public static Parts of(Schema schema) {
    Map<Part, List<String>> parts = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      List<String> names = new ArrayList<>();
      if (part == Part.NAMES) {
        names.add(schema.title());
      }
      schema.fields().values().stream()
          .filter(field -> part(schema, field).contains(part))
          .forEach(field -> names.add(field.name()));
      parts.put(part, names);
    }
    parts.replaceAll((_, names) -> List.copyOf(names));
    return new Parts(parts);
  }

  /** The fields that play a part. */
  public List<String> of(Part part) {
    return fields.getOrDefault(part, List.of());
  }

  private static List<Part> part(Schema schema, Field field) {
    String name = field.name();
    return switch (field) {
      case Field.Phone _ -> List.of(Part.PHONES);
      case Field.Email _ -> List.of(Part.EMAILS);
      case Field.Text _ when name.equals(schema.title()) -> List.of();
      case Field.Text _ when name.contains("address") -> List.of(Part.ADDRESSES);
      case Field.Text _ when name.startsWith("contact") -> List.of(Part.CONTACTS);
      case Field.Text text when text.traits().searched() -> List.of(Part.NAMES);
      case Field.Keyword _ when name.equals("code") || name.endsWith("_code") ->
          List.of(Part.CODES);
      case Field.Keyword _ when name.equals("website") -> List.of(Part.WEBSITES);
      case Field.Keyword _ when name.equals("customer_type") -> List.of(Part.KINDS);
      case Field.Date _ when BIRTHDAY_NAMES.contains(name) -> List.of(Part.BIRTHDAYS);
      case Field.Tree _ when name.equals("region") -> List.of(Part.REGIONS);
      case Field.Text _, Field.Keyword _, Field.Date _, Field.Tree _ -> List.of();
      case Field.Bool _, Field.Number _, Field.Money _ -> List.of();
    };
  }
}
