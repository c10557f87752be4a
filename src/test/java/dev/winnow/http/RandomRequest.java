package dev.winnow.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A request that may be right, and mostly is somewhat wrong. */
record RandomRequest(String method, String target, byte[] body, List<String> headers) {
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "QUERY", "FROB");

  private static final List<String> IDS =
      List.of("C1", "C2", "all", "none", ".", "..", "a/b", "客户", "\u0000", "x".repeat(2_000), "%");

  private static final List<String> VALUES =
      List.of("10", "-1", "99999999999", "", "json", "csv", "ndjson", "true", "客", "\t", "all");

  private static final List<String> BODIES =
      List.of(
          "{}",
          "[]",
          "null",
          "",
          "{\"condition\":{\"all\":[{\"field\":\"value_tier\",\"in\":[\"high\"]},{\"text\":\"客户\"}]}}",
          "{\"condition\":{\"any\":[{\"field\":\"total_spend\",\"gte\":1e5,\"lt\":99999999999999999999},"
              + "{\"not\":{\"field\":\"birthday\",\"anniversaryWithin\":\"7d\"}}]}}",
          "{\"condition\":{\"field\":\"last_purchase\",\"gte\":\"today-99999y\"},\"text\":\"a\\u0000\"}",
          "{\"condition\":{\"bucket\":{\"salt\":\"s\",\"from\":0,\"to\":50}},\"facets\":"
              + "[{\"field\":\"industry\",\"contains\":\"制\",\"expanded\":[\"中国\"]},{\"field\":\"total_spend\"}],"
              + "\"sort\":[{\"field\":\"name\",\"order\":\"desc\"}],\"offset\":0,\"limit\":5}",
          "{\"condition\":{\"segment\":\"all\"},\"limit\":1000,\"offset\":9000}",
          "{\"name\":\"S\",\"condition\":{\"segment\":\"s\"},\"id\":\"s\"}",
          "{\"name\":\"Twin\"}",
          "{\"version\":1}",
          "{\"name\":\"k\",\"role\":\"viewer\"}",
          "{\"token\":\"x\"}",
          "{\"fields\":{\"name\":\"N\",\"total_spend\":1e999999999,\"tags\":[\"a\",\"a\",null]}}",
          "{\"fields\":{\"name\":\"N\",\"total_spend\":-0.000000000001,\"vip\":true,\"birthday\":\"0000-00-00\"}}",
          "{\"fields\":{\"name\":\"N\\ud800\",\"phone\":\"+86 571\",\"email\":\"a@b.cn\"}}",
          "{\"id\":\"C1\",\"fields\":{\"name\":\"Line\"}}\n{\"id\":\"C1\",\"patch\":{\"fields\":{\"name\":null}}}\n{",
          "{\"id\":\"C2\",\"delete\":true,\"version\":9223372036854775807}\n\n\r\n{\"id\":\""
              + "y".repeat(3_000)
              + "\",\"delete\":true}");

  private static final List<String> TYPES =
      List.of(
          "application/json",
          "application/json",
          "application/json",
          "application/x-ndjson",
          "application/merge-patch+json",
          "text/plain",
          "application/json; charset=utf-16");

  static RandomRequest of(Random random, Route route, String cursor) {
    String method = random.nextInt(12) == 0 ? pick(random, METHODS) : route.method().name();
    StringBuilder target = new StringBuilder();
    for (String part : route.path().substring(1).split("/", -1)) {
      target.append('/').append(part.startsWith("{") ? encode(pick(random, IDS)) : part);
    }
    char mark = '?';
    while (random.nextInt(3) == 0) {
      String name =
          pick(random, List.of("limit", "cursor", "format", "q", "segment", "archived", "x", ""));
      String value =
          name.equals("cursor") && random.nextBoolean()
              ? mutate(random, cursor)
              : pick(random, VALUES);
      target.append(mark).append(encode(name)).append('=').append(encode(value));
      mark = '&';
    }
    List<String> headers = new ArrayList<>(List.of("Content-Type", pick(random, TYPES)));
    if (random.nextInt(4) == 0) {
      headers.add(pick(random, List.of("If-Match", "If-None-Match", "Accept")));
      headers.add(pick(random, List.of("\"1\"", "*", "17", "\"x\"", "W/\"1\"", "\"99999999999\"")));
    }
    return new RandomRequest(method, target.toString(), body(random), headers);
  }

  private static byte[] body(Random random) {
    if (random.nextInt(50) == 0) {
      return ("{\"condition\":" + "{\"not\":".repeat(random.nextInt(1, 5_000))).getBytes(UTF_8);
    }
    if (random.nextInt(100) == 0) {
      return ("{\"" + "n".repeat(900_000) + "\":1}").getBytes(UTF_8);
    }
    if (random.nextInt(100) == 0) {
      return ("{\"text\":\"" + "n".repeat(900_000) + "\",\"name\":\"" + "客".repeat(40_000) + "\"}")
          .getBytes(UTF_8);
    }
    byte[] bytes = pick(random, BODIES).getBytes(UTF_8);
    return switch (random.nextInt(4)) {
      case 0 -> flip(random, bytes);
      case 1 -> Arrays.copyOf(bytes, bytes.length == 0 ? 0 : random.nextInt(bytes.length));
      default -> bytes;
    };
  }

  private static final java.nio.charset.Charset UTF_8 = StandardCharsets.UTF_8;

  private static byte[] flip(Random random, byte[] bytes) {
    byte[] flipped = bytes.clone();
    for (int i = 0; i <= random.nextInt(4) && flipped.length > 0; i++) {
      flipped[random.nextInt(flipped.length)] =
          (byte)
              (random.nextBoolean()
                  ? random.nextInt(256)
                  : "{}[]\",:0e-.\\u".charAt(random.nextInt(13)));
    }
    return flipped;
  }

  private static String mutate(Random random, String text) {
    if (text.isEmpty() || random.nextInt(3) == 0) {
      return text;
    }
    int at = random.nextInt(text.length());
    return text.substring(0, at) + (char) ('A' + random.nextInt(26)) + text.substring(at + 1);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static <T> T pick(Random random, List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  @Override
  public String toString() {
    String text = new String(body, StandardCharsets.UTF_8);
    return method
        + " "
        + target
        + " "
        + headers
        + " "
        + text.substring(0, Math.min(text.length(), 600));
  }
}
