package dev.winnow.tables;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.BitSet;

/**
 * How usual a character beyond ASCII is beside its neighbours in text of one charset. The charsets
 * of Chinese and Japanese list the characters in daily use first, so a text read in the wrong one
 * falls into the rare part; a Western text read wrongly has symbols and capitals within its words.
 */
abstract sealed class LetterWeights {
  /** Of the character in the middle, from -2 (never there) to 1 (as usual). */
  abstract double of(char before, char c, char after);

  static LetterWeights of(Charset charset) {
    return switch (charset.name()) {
      case "GB18030" -> new Ideographs(charset, 0xB0, 0xD7, 0xA1);
      case "Big5", "x-windows-950" -> new Ideographs(charset, 0xA4, 0xC6, 0x40);
      case "windows-31j" -> new Ideographs(charset, 0x88, 0x97, 0x40);
      case "windows-1251" -> new Letters(true, "");
      case "windows-1250" -> new Letters(false, "ąćęłńóśźżčďěňřšťůýžőűăâîșțáéíúöüäôß");
      default -> new Letters(false, "éèêëàâäáãåæçíìîïñóôòöõøœúùûüß");
    };
  }

  /** Chinese and Japanese. */
  private static final class Ideographs extends LetterWeights {
    private final BitSet common = new BitSet();

    Ideographs(Charset charset, int first, int last, int firstTrail) {
      for (int lead = first; lead <= last; lead++) {
        for (int trail = firstTrail; trail <= 0xFE; trail++) {
          byte[] bytes = {(byte) lead, (byte) trail};
          String text = charset.decode(ByteBuffer.wrap(bytes)).toString();
          if (text.length() == 1 && text.charAt(0) != '\uFFFD') {
            common.set(text.charAt(0));
          }
        }
      }
    }

    @Override
    double of(char before, char c, char after) {
      if (common.get(c)) {
        return Chars.isLetter(before) && Chars.isLetter(after) ? 0.3 : 1;
      }
      if ((c >= 0x3000 && c <= 0x30FF) || (c >= 0xFF01 && c <= 0xFF5E)) {
        return 0.9;
      }
      if (c >= 0xE000 && c <= 0xF8FF) {
        return -1;
      }
      return c >= 0x4E00 && c <= 0x9FFF && !Chars.isLetter(before) ? 0.2 : 0;
    }
  }

  /** Alphabets. */
  private static final class Letters extends LetterWeights {
    private static final String IN_WORDS = "’·ºª";
    private static final String BEHIND_WORDS = "’”“»…–—°ºª²³™®·";
    private static final String AROUND_WORDS = "‘’“”„–—…•€£©®°™º§«»¡¿½¼¾²³´·×±";

    private final boolean cyrillic;
    private final String usual;

    Letters(boolean cyrillic, String usual) {
      this.cyrillic = cyrillic;
      this.usual = usual;
    }

    @Override
    double of(char before, char c, char after) {
      if (Character.isISOControl(c) || (c >= 0x2500 && c <= 0x25FF)) {
        return -2;
      }
      if (!Character.isLetter(c) || c == 'ª' || c == 'º') {
        return symbol(before, c, after);
      }
      if (cyrillic && (Chars.isLetter(before) || Chars.isLetter(after))) {
        return -0.5;
      }
      if (Character.isUpperCase(c) && Character.isLowerCase(before)) {
        return -0.8;
      }
      if (cyrillic) {
        return isCyrillic(before) || isCyrillic(after) ? 1 : 0.2;
      }
      boolean inWord = Character.isLetter(before) || Character.isLetter(after);
      boolean known = usual.indexOf(Character.toLowerCase(c)) >= 0;
      return (known ? 0.95 : 0.4) * (inWord ? 1 : 0.4) - (beyondLatin(before, after) ? 0.5 : 0);
    }

    private static double symbol(char before, char c, char after) {
      boolean within = Character.isLetter(before) && Character.isLetter(after);
      if (within) {
        return IN_WORDS.indexOf(c) >= 0 ? 0.6 : -0.8;
      }
      if (Character.isLetter(before) && BEHIND_WORDS.indexOf(c) < 0) {
        return -0.5;
      }
      return AROUND_WORDS.indexOf(c) >= 0 ? 0.5 : -0.5;
    }

    /** Western words seldom have two such letters side by side. */
    private static boolean beyondLatin(char before, char after) {
      return before >= 0x80 && after >= 0x80;
    }

    private static boolean isCyrillic(char c) {
      return c >= 0x400 && c <= 0x4FF;
    }
  }
}
