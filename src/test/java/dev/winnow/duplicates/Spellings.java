package dev.winnow.duplicates;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Other ways of writing the same, as found in real lists; and some that mean something else. */
final class Spellings {
  private Spellings() {}

  static boolean isChinese(String name) {
    return name.chars().anyMatch(c -> c >= 0x4E00);
  }

  static String otherForm(String name) {
    String shorter =
        name.replaceFirst("(股份|责任)?有限(责任)?公司$", "")
            .replaceFirst(
                "(?i),?\\s*(inc|co\\.?,?\\s*ltd|ltd|corp|corporation|company|plc)\\.?$", "");
    return shorter.equals(name) ? name + (isChinese(name) ? "公司" : " Inc.") : shorter;
  }

  static String punctuated(String name) {
    if (!isChinese(name)) {
      return name.contains("&")
          ? name.replace("&", "and")
          : name.replace(" ", "  ").replace(".", "") + ".";
    }
    return name.contains("(")
        ? name.replace("(", "（").replace(")", "） ")
        : name.replaceFirst("(集团|股份|有限)", "($1)");
  }

  static String fullWidth(String name) {
    StringBuilder wide = new StringBuilder();
    name.chars().forEach(c -> wide.append((char) (c > ' ' && c < 127 ? c + 0xFEE0 : c)));
    return wide.toString();
  }

  /** One letter dropped, doubled, swapped or exchanged, not the first one. */
  static String typo(String name, Random random) {
    String core = name.replaceFirst("(股份)?有限(责任)?公司$", "");
    int at = 1 + random.nextInt(Math.max(1, core.length() - 2));
    return switch (random.nextInt(3)) {
      case 0 -> name.substring(0, at) + name.substring(at + 1);
      case 1 -> name.substring(0, at) + name.charAt(at) + name.substring(at);
      default -> name.substring(0, at) + (isChinese(name) ? '夲' : 'x') + name.substring(at + 1);
    };
  }

  static String reversed(String name) {
    List<String> words = new ArrayList<>(List.of(name.split(" ")));
    Collections.rotate(words, 1);
    return String.join(" ", words);
  }

  static String phone(String phone, Random random) {
    String digits = phone.replaceAll("\\D", "");
    if (phone.startsWith("(")) {
      return random.nextBoolean() ? "+1 " + digits : digits + " ext. 12";
    }
    boolean mobile = !digits.startsWith("0");
    return switch (random.nextInt(3)) {
      case 0 ->
          mobile
              ? "+86 " + digits.replaceFirst("(\\d{3})(\\d{4})", "$1 $2 ")
              : "0086" + digits.substring(1);
      case 1 -> mobile ? digits.replaceFirst("(\\d{3})(\\d{4})", "$1-$2-") : phone + "-801";
      default -> fullWidth(phone);
    };
  }

  static String address(String address) {
    return isChinese(address)
        ? "浙江省杭州市西湖区" + address.replace("号", " 号 ").replace("楼", "层")
        : address.replace("Street", "St.").replace("Floor", "Fl").replace(",", "");
  }

  /** The name of another company of the group. */
  static String otherTrade(String name, String trade) {
    return isChinese(name)
        ? name.replaceFirst("^(.{2,6}?)..(集团)?(股份)?有限(责任)?公司$", "$1" + trade + "有限公司")
        : name + " Catering";
  }
}
