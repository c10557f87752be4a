package dev.winnow.tables;

/** Recognises the time of day behind a day; its bits lie above those of the day. */
final class TimeScanner {
  /** Set where there is a time at all. */
  static final int TIME = 1 << 16;

  /** Hours, minutes and seconds directly behind a compact day. */
  static final int COMPACT = TIME | 1 << 17;

  private final TextCursor at;
  private int shape;
  private boolean midnight;

  TimeScanner(TextCursor at) {
    this.at = at;
  }

  /** Looks at the rest of the text: nothing, or a time. */
  boolean scan() {
    shape = 0;
    midnight = true;
    if (at.isEnd()) {
      return true;
    }
    boolean letter = at.take('T');
    boolean apart = letter || at.take(' ');
    boolean chinese = chineseHalf();
    if (!apart && !chinese && at.peek(-1) != '日') {
      return false;
    }
    int start = at.place();
    int hour = at.number(2);
    boolean padded = at.place() - start == 2;
    if (!at.take(':')) {
      return false;
    }
    int minute = at.number(2);
    boolean seconds = at.take(':');
    int second = seconds ? at.number(2) : 0;
    int fraction = 0;
    if (seconds && (at.take('.') || at.take(','))) {
      start = at.place();
      second += at.number(9);
      fraction = at.place() - start;
    }
    int half = half();
    int zone = zone();
    midnight = half < 0 && hour == 0 && minute == 0 && second == 0;
    shape = TIME | (seconds ? 3 : 2) << 17 | (letter ? 1 << 19 : 0) | (padded ? 1 << 20 : 0);
    shape |= fraction << 21 | (half >= 0 ? 1 << 25 : 0) | (half == 1 ? 1 << 26 : 0) | zone << 27;
    shape = apart && !chinese ? shape : 0;
    return hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && at.isEnd();
  }

  int shape() {
    return shape;
  }

  boolean isMidnight() {
    return midnight;
  }

  /** 上午 or 下午 before the hour; what a pattern says of the time is left out then. */
  private boolean chineseHalf() {
    boolean found = (at.peek() == '上' || at.peek() == '下') && at.peek(1) == '午';
    if (found) {
      at.moveTo(at.place() + 2);
      at.take(' ');
    }
    return found;
  }

  /** AM or PM: -1 for neither, 0 directly behind, 1 after a blank. */
  private int half() {
    int ahead = at.peek() == ' ' ? 1 : 0;
    boolean found = "aApP".indexOf(at.peek(ahead)) >= 0 && "mM".indexOf(at.peek(ahead + 1)) >= 0;
    if (found) {
      at.moveTo(at.place() + ahead + 2);
    }
    return found ? ahead : -1;
  }

  /** 0 none, 1 with a colon or Z, 2 without colon. */
  private int zone() {
    if (at.take('Z')) {
      return 1;
    }
    if (at.take('+') || at.take('-')) {
      at.number(2);
      boolean colon = at.take(':');
      at.number(2);
      return colon ? 1 : 2;
    }
    return 0;
  }
}
