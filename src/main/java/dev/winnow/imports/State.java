package dev.winnow.imports;

import java.util.List;
import java.util.Locale;

/** Where an import stands. */
public enum State {
  /** Not all of its file has come. */
  UPLOADING,
  /** Its file is being read, to see what it holds. */
  INSPECTING,
  /** Waits for somebody to map, check or start it. */
  READY,
  CHECKING,
  /** As ready, with a report of what it would do. */
  CHECKED,
  RUNNING,
  /** Stopped at a checkpoint; goes on from there. */
  PAUSED,
  DONE,
  /** Stopped by a problem; goes on from its last checkpoint. */
  FAILED,
  /** Stopped for good, with what it had written left in place. */
  CANCELLED,
  UNDOING,
  /** Everything it had written has been taken back. */
  UNDONE;

  /** Those in which it waits for somebody to decide what to do. */
  static final List<State> IDLE = List.of(READY, CHECKED, DONE, FAILED, CANCELLED, UNDONE);

  /** As written in answers. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a job works on it. */
  public boolean isBusy() {
    return switch (this) {
      case INSPECTING, CHECKING, RUNNING, UNDOING -> true;
      case UPLOADING, READY, CHECKED, PAUSED, DONE, FAILED, CANCELLED, UNDONE -> false;
    };
  }
}
