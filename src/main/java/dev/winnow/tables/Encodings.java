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
import java.util.stream.Stream;

/**
 * Finds the charset of a file from all of its bytes. A byte order mark decides, then UTF-8, in which
 * other text is hardly ever valid; among the others, the one in which every line is valid and reads
 * like text.
 *
 * @param charsets the likeliest first
 * @param certain nothing speaks for another
 */
record Encodings(List<Charset> charsets, boolean certain) {
  private static final int SAMPLE = 1 << 16;
  private static final double CLEAR = 0.15;
  private static final double HOPELESS = -0.6;

  /** Lines after which the charsets that do not fit are no longer tried. */
  private static final int ROUND = 2000;

  Encodings {
    charsets = List.copyOf(charsets);
  }

  /** Looks through the whole file. */
  static Encodings of(Path file) {
    try {
      ByteEvidence bytes;
      try (InputStream in = Packing.open(file)) {
        bytes = ByteEvidence.of(in);
      }
      if (bytes.startsWith(0xEF, 0xBB, 0xBF) && bytes.brokenLines() == 0) {
        return certain(StandardCharsets.UTF_8);
      }
      if (bytes.startsWith(0xFF, 0xFE) || bytes.looksLittleEndian()) {
        return certain(StandardCharsets.UTF_16LE);
      }
      if (bytes.startsWith(0xFE, 0xFF) || bytes.looksBigEndian()) {
        return certain(StandardCharsets.UTF_16BE);
      }
      return bytes.brokenLines() == 0 ? certain(StandardCharsets.UTF_8) : legacy(file, bytes);
    } catch (IOException e) {
      throw BadFile.unreadable(file.getFileName().toString(), e);
    }
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
    try (InputStream in = Packing.open(file)) {
      read(in, scores, sample);
    }
    scores.sort(Comparator.comparingDouble(CharsetScore::value).reversed());
    List<Charset> charsets = new ArrayList<>();
    boolean mixed = bytes.validLines() * 9 >= bytes.brokenLines();
    if (mixed) {
      charsets.add(StandardCharsets.UTF_8);
    }
    double best = scores.getFirst().value();
    scores.stream()
        .filter(score -> score.value() > best - 1 && score.brokenShare() < 0.5)
        .forEach(score -> charsets.add(score.charset()));
    suggest(sample.toByteArray(), charsets);
    return new Encodings(charsets, !mixed && isClear(scores));
  }

  private static boolean isClear(List<CharsetScore> scores) {
    CharsetScore first = scores.getFirst();
    return first.brokenShare() == 0
        && first.value() > 0.3
        && scores.stream()
            .skip(1)
            .filter(score -> !score.readsLike(first))
            .noneMatch(score -> score.value() > first.value() - CLEAR);
  }

  /** What ICU takes the sample for, as further choices behind our own. */
  private static void suggest(byte[] sample, List<Charset> charsets) {
    for (CharsetMatch match : new CharsetDetector().setText(sample).detectAll()) {
      if (match.getConfidence() >= 30 && Charset.isSupported(match.getName())) {
        Charset charset = Charset.forName(match.getName());
        if (!charsets.contains(charset)) {
          charsets.add(charset);
        }
      }
    }
  }

  /** Gives every line with bytes beyond ASCII to the scores. */
  private static void read(InputStream in, List<CharsetScore> scores, ByteArrayOutputStream sample)
      throws IOException {
    byte[] line = new byte[SAMPLE];
    int length = 0;
    boolean beyondAscii = false;
    long lines = 0;
    byte[] buffer = new byte[SAMPLE];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      for (int i = 0; i < n; i++) {
        byte b = buffer[i];
        boolean ends = b == '\n' || b == '\r';
        if (!ends && length < line.length) {
          line[length++] = b;
          beyondAscii |= b < 0;
        } else {
          if (beyondAscii) {
            lines++;
            add(line, length, scores, sample);
            thin(lines, scores);
          }
          length = 0;
          beyondAscii = false;
        }
      }
    }
    if (beyondAscii) {
      add(line, length, scores, sample);
    }
  }

  private static void add(
      byte[] line, int length, List<CharsetScore> scores, ByteArrayOutputStream sample) {
    for (CharsetScore score : scores) {
      score.add(line, length);
    }
    if (sample.size() + length < SAMPLE) {
      sample.write(line, 0, length);
      sample.write('\n');
    }
  }

  private static void thin(long lines, List<CharsetScore> scores) {
    if (lines % ROUND == 0 && scores.size() > 2) {
      double best = scores.stream().mapToDouble(CharsetScore::value).max().orElse(0);
      scores.removeIf(score -> score.value() < Math.min(HOPELESS, best - 1));
    }
  }
}
