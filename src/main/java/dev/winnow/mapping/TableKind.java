package dev.winnow.mapping;

import dev.winnow.mapping.ColumnMapping.Rows;
import dev.winnow.mapping.Matched.Found;
import dev.winnow.schema.Field;
import dev.winnow.schema.Label;
import dev.winnow.schema.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a table is a list of.
 *
 * @param rows what its rows become
 * @param matched how its columns are read then
 * @param reference what it lists when that is neither customers nor activities
 */
record TableKind(Rows rows, Matched matched, Optional<Label> reference) {
  private static final double ENOUGH = 3;
  private static final double CERTAIN = 0.8;
  private static final Rows C = Rows.CUSTOMERS;
  private static final Rows P = Rows.PURCHASES;

  /** Words for things that tables list, beside customers. */
  private static final Map<Label, Set<String>> THINGS = things();

  private static Map<Label, Set<String>> things() {
    Map<Label, Set<String>> things = new LinkedHashMap<>();
    things.put(
        new Label("products", "产品"),
        Set.of(
            "product",
            "products",
            "item",
            "items",
            "sku",
            "article",
            "artikel",
            "material",
            "materials",
            "goods",
            "stock",
            "inventory",
            "商品",
            "产品",
            "物料",
            "存货",
            "货品"));
    things.put(
        new Label("categories", "类别"),
        Set.of("category", "categories", "subcategory", "subcategories", "类别", "分类", "品类"));
    things.put(
        new Label("places", "地区"),
        Set.of(
            "territory",
            "territories",
            "province",
            "provinces",
            "cities",
            "areas",
            "regions",
            "countries",
            "省份",
            "城市",
            "区县",
            "行政区划",
            "地区",
            "区域"));
    things.put(
        new Label("employees", "员工"),
        Set.of(
            "employee",
            "employees",
            "staff",
            "salesperson",
            "mitarbeiter",
            "员工",
            "职员",
            "人员",
            "业务员"));
    things.put(
        new Label("suppliers", "供应商"),
        Set.of("supplier", "suppliers", "vendor", "vendors", "lieferant", "lieferanten", "供应商"));
    things.put(
        new Label("warehouses and shops", "仓库与门店"),
        Set.of("warehouse", "warehouses", "store", "stores", "shop", "shops", "仓库", "门店"));
    things.put(
        new Label("shippers, currencies and the like", "其他基础资料"),
        Set.of("shipper", "shippers", "currency", "currencies", "calendar", "币种", "科目"));
    return things;
  }

  /** Whether a file is called like a list of something else than customers. */
  static boolean listsThings(String fileName) {
    List<String> words = HeaderWords.of(fileName);
    return THINGS.values().stream().anyMatch(thing -> words.stream().anyMatch(thing::contains));
  }

  /** The likeliest kind. */
  static TableKind of(
      List<ColumnClues> columns, String fileName, Schema schema, ContentMatch content) {
    ColumnMatcher matcher = new ColumnMatcher(schema, content);
    Matched purchases = matcher.match(columns, P);
    if (isPurchases(purchases)) {
      return new TableKind(P, purchases, Optional.empty());
    }
    Matched feedback = matcher.match(columns, Rows.FEEDBACK);
    if (isContacts(feedback, Rows.FEEDBACK, content)) {
      return new TableKind(Rows.FEEDBACK, feedback, Optional.empty());
    }
    Matched interactions = matcher.match(columns, Rows.INTERACTIONS);
    if (isContacts(interactions, Rows.INTERACTIONS, content)) {
      return new TableKind(Rows.INTERACTIONS, interactions, Optional.empty());
    }
    Matched customers = matcher.match(columns, C);
    return new TableKind(C, customers, reference(columns, fileName, customers, schema, content));
  }

  private static boolean isPurchases(Matched matched) {
    double score = 0;
    score += weigh(matched, "order", 2) + weigh(matched, "order.line", 1);
    score += matched.hasAny(P, "time", "time.return") ? 1.5 : 0;
    score += matched.hasAny(P, "product", "product.id") ? 1 : 0;
    score += matched.hasAny(P, "quantity", "quantity.return") ? 1 : 0;
    score += matched.has(P, "amount") ? 1 : 0;
    score += matched.has(P, "amount.price") ? 1 : 0;
    boolean happened =
        matched.hasAny(P, "time", "time.return")
            || (matched.get(P, "order").filter(order -> order.score() > CERTAIN).isPresent()
                && matched.hasAny(P, "product", "product.id"));
    boolean worth =
        matched.hasAny(P, "amount", "amount.price", "quantity", "quantity.return", "order");
    boolean oneEach =
        matched
            .get(C, "id")
            .or(() -> matched.get(C, "code"))
            .filter(id -> matched.clues(id).isUnique() && id.score() > CERTAIN)
            .isPresent();
    boolean linked = matched.hasAny(C, "id", "name", "email", "code");
    boolean sums = linked && happened && matched.has(P, "amount") && !oneEach;
    boolean counted = matched.hasAny(P, "amount", "amount.price", "quantity", "quantity.return");
    boolean ordered = matched.get(P, "order").filter(order -> order.score() > CERTAIN).isPresent();
    if (!linked && !counted && !ordered) {
      return false;
    }
    return happened && worth && (score >= ENOUGH || sums) && !(oneEach && !matched.has(P, "order"));
  }

  private static double weigh(Matched matched, String key, double weight) {
    return matched.get(P, key).map(Found::score).orElse(0.0) * weight;
  }

  /** Contacts and feedback have a customer, a time, and a type of their own or a score. */
  private static boolean isContacts(Matched matched, Rows rows, ContentMatch content) {
    boolean linked =
        matched
            .get(C, "id")
            .or(() -> matched.get(C, "name"))
            .filter(id -> !matched.clues(id).isUnique())
            .isPresent();
    boolean typed =
        matched
            .get(rows, "type")
            .filter(
                type ->
                    ActivityRows.schema(rows)
                        .flatMap(schema -> schema.field("type"))
                        .filter(field -> content.shareKnown(field, matched.clues(type)) >= 0.5)
                        .isPresent())
            .isPresent();
    boolean scored = rows == Rows.FEEDBACK && matched.has(rows, "score");
    return linked && matched.has(rows, "time") && (typed || scored);
  }

  private static Optional<Label> reference(
      List<ColumnClues> columns,
      String fileName,
      Matched customers,
      Schema schema,
      ContentMatch content) {
    boolean named =
        customers
            .get(C, "id")
            .or(() -> customers.get(C, "name"))
            .filter(found -> found.score() > CERTAIN && isOfCustomers(customers.clues(found)))
            .isPresent();
    if (named) {
      return Optional.empty();
    }
    List<String> words = HeaderWords.of(fileName.replaceFirst("\\..*", ""));
    Optional<Label> byName =
        columns.stream()
            .filter(ColumnClues::isUnique)
            .findFirst()
            .flatMap(first -> thing(first.name().words()))
            .or(() -> thing(words));
    return customers.hasAny(C, "phone", "email", "address", "contact")
        ? byName
        : byName.or(() -> nested(columns)).or(() -> listOfKnown(columns, schema, content));
  }

  private static boolean isOfCustomers(ColumnClues column) {
    return column.name().words().stream()
        .anyMatch(
            word ->
                Set.of("customer", "client", "account", "company", "cust", "member", "kunden")
                        .contains(word)
                    || word.contains("客户")
                    || word.contains("公司")
                    || word.contains("会员")
                    || word.contains("往来单位"));
  }

  private static Optional<Label> thing(List<String> words) {
    return THINGS.entrySet().stream()
        .filter(
            entry ->
                words.stream()
                    .anyMatch(
                        word ->
                            entry.getValue().contains(word)
                                || (HeaderWords.isHan(word.codePointAt(0))
                                    && entry.getValue().stream().anyMatch(word::startsWith))))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Codes, names and the codes of what is above: a classification. */
  private static Optional<Label> nested(List<ColumnClues> columns) {
    return columns.stream()
            .anyMatch(
                column ->
                    column.name().words().stream()
                        .anyMatch(
                            word ->
                                word.equals("parent")
                                    || word.startsWith("上级")
                                    || word.startsWith("父")))
        ? Optional.of(new Label("categories", "类别"))
        : Optional.empty();
  }

  /** A column whose values are all different and nearly all nodes of a tree: the tree itself. */
  private static Optional<Label> listOfKnown(
      List<ColumnClues> columns, Schema schema, ContentMatch content) {
    for (Field field : schema.fields().values()) {
      if (field instanceof Field.Tree tree) {
        for (ColumnClues column : columns) {
          if (column.variety() > 0.8
              && column.profile().filled() > 3
              && content.shareKnown(tree, column) >= 0.7) {
            return Optional.of(tree.label());
          }
        }
      }
    }
    return Optional.empty();
  }
}
