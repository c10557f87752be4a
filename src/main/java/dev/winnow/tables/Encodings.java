package dev.winnow.tables;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds the charset of a file from all of its bytes. A byte order mark decides, then UTF-8, in
 * which other text is hardly ever valid; among the others, the one in which every line is valid and
 * reads like text.
 *
 * @param charsets the likeliest first
 * @param certain nothing speaks for another
 */
record Encodings(List<Charset> charsets, boolean certain) {
  private static final double CLEAR = 0.15;

  private static final Map<String, String> EXTENDED =
      Map.of(
          "ISO-8859-1", "windows-1252",
          "ISO-8859-2", "windows-1250",
          "ISO-8859-9", "windows-1254",
          "Shift_JIS", "windows-31j");

  Encodings {
    charsets = List.copyOf(charsets);
  }

  /** Looks through the whole file. */
  static Encodings of(Path file) throws IOException {
    ByteEvidence bytes;
    try (InputStream in = Packing.open(file)) {
      bytes = ByteEvidence.of(in);
    }
    if (bytes.startsWith(0xFF, 0xFE) || bytes.looksLittleEndian()) {
      return certain(StandardCharsets.UTF_16LE);
    }
    if (bytes.startsWith(0xFE, 0xFF) || bytes.looksBigEndian()) {
      return certain(StandardCharsets.UTF_16BE);
    }
    return bytes.brokenLines() == 0 ? certain(StandardCharsets.UTF_8) : legacy(file, bytes);
  }

  private static Encodings certain(Charset charset) {
    return new Encodings(List.of(charset), true);
  }

  private static Encodings legacy(Path file, ByteEvidence bytes) throws IOException {
    List<CharsetScore> scores =
        new ArrayList<>(
            Stream.of(
                    "GB18030",
                    "Big5",
                    "x-windows-950",
                    "windows-31j",
                    "windows-1252",
                    "x-MacRoman",
                    "windows-1250",
                    "windows-1251",
                    "IBM850")
                .map(name -> new CharsetScore(Charset.forName(name)))
                .toList());
    var sample = new ByteArrayOutputStream();
    boolean mixed =
        bytes.startsWith(0xEF, 0xBB, 0xBF) || bytes.validLines() * 9 >= bytes.brokenLines();
    try (InputStream in = Packing.open(file)) {
      new LegacyLines(scores, sample, mixed).read(in);
    }
    scores.sort(Comparator.comparingDouble(CharsetScore::value).reversed());
    List<Charset> charsets = new ArrayList<>();
    if (mixed) {
      charsets.add(StandardCharsets.UTF_8);
    }
    double best = scores.getFirst().value();
    scores.stream()
        .filter(score -> score.value() > best - 1 && score.brokenShare() < 0.5)
        .forEach(score -> charsets.add(score.charset()));
    List<Charset> others = suggested(sample.toByteArray());
    others.stream().filter(charset -> !charsets.contains(charset)).forEach(charsets::add);
    return new Encodings(charsets, !mixed && isClear(scores, others));
  }

  private static boolean isClear(List<CharsetScore> scores, List<Charset> others) {
    CharsetScore first = scores.getFirst();
    return first.brokenShare() == 0
        && first.value() > 0.3
        && scores.stream()
            .skip(1)
            .filter(score -> !score.readsLike(first))
            .filter(score -> score.value() > first.value() - CLEAR)
            .allMatch(score -> isBetter(first.charset(), score.charset(), others));
  }

  /** Whether ICU, which knows how often letters follow each other in which language, prefers it. */
  private static boolean isBetter(Charset charset, Charset other, List<Charset> suggested) {
    int place = suggested.indexOf(charset);
    int otherPlace = suggested.indexOf(other);
    return place >= 0 && (otherPlace < 0 || place < otherPlace);
  }

  /** What ICU takes the sample for; the charsets of Windows for those they extend. */
  private static List<Charset> suggested(byte[] sample) {
    return Stream.of(new CharsetDetector().setText(sample).detectAll())
        .filter(match -> match.getConfidence() >= 20)
        .map(CharsetMatch::getName)
        .map(name -> EXTENDED.getOrDefault(name, name))
        .filter(Charset::isSupported)
        .map(Charset::forName)
        .distinct()
        .toList();
  }
}
