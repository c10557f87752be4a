package dev.winnow.lucene;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The stored JSON of a customer, by layer: the given fields, and behind them what is computed and
 * what is overridden under the keys {@code _computed} and {@code _overrides}, which no field can
 * have. Taken apart by its bytes, because that happens for every write: within a string every quote
 * has a backslash before it, so that a key with its quotes is nowhere but where it is meant.
 *
 * @param given a JSON object
 * @param computed a JSON object, or empty for none
 * @param overrides a JSON object, or empty for none
 */
record StoredSource(byte[] given, byte[] computed, byte[] overrides) {
  private static final byte[] NONE = {};
  private static final byte[] COMPUTED = key("_computed");
  private static final byte[] OVERRIDES = key("_overrides");
  private static final int EMPTY_OBJECT = 2;

  static StoredSource of(byte[] source) {
    if (!endsInLayer(source)) {
      return new StoredSource(source, NONE, NONE);
    }
    int end = source.length - 1;
    int overrides = find(source, OVERRIDES);
    int computed = find(source, COMPUTED);
    int endOfComputed = overrides < 0 ? end : overrides - 1;
    int endOfGiven = computed >= 0 ? computed : overrides >= 0 ? overrides : source.length;
    return new StoredSource(
        endOfGiven == source.length ? source : object(source, endOfGiven),
        computed < 0 ? NONE : Arrays.copyOfRange(source, computed + COMPUTED.length, endOfComputed),
        overrides < 0 ? NONE : Arrays.copyOfRange(source, overrides + OVERRIDES.length, end));
  }

  StoredSource withGiven(byte[] json) {
    return new StoredSource(json, computed, overrides);
  }

  /** With another JSON object of computed values; an empty object is as good as none. */
  StoredSource withComputed(byte[] json) {
    return new StoredSource(given, orNone(json), overrides);
  }

  /** With another JSON object of overrides; an empty object is as good as none. */
  StoredSource withOverrides(byte[] json) {
    return new StoredSource(given, computed, orNone(json));
  }

  boolean onlyGiven() {
    return computed.length == 0 && overrides.length == 0;
  }

  byte[] join() {
    if (onlyGiven()) {
      return given;
    }
    byte[] joined =
        new byte[given.length + sizeOf(COMPUTED, computed) + sizeOf(OVERRIDES, overrides)];
    int end = given.length - 1;
    System.arraycopy(given, 0, joined, 0, end);
    end = put(joined, end, COMPUTED, computed);
    end = put(joined, end, OVERRIDES, overrides);
    joined[end] = '}';
    return end + 1 == joined.length ? joined : Arrays.copyOf(joined, end + 1);
  }

  private static int put(byte[] target, int end, byte[] key, byte[] layer) {
    if (layer.length == 0) {
      return end;
    }
    int at = end;
    if (at > 1) {
      target[at++] = ',';
    }
    System.arraycopy(key, 0, target, at, key.length);
    System.arraycopy(layer, 0, target, at + key.length, layer.length);
    return at + key.length + layer.length;
  }

  private static int sizeOf(byte[] key, byte[] layer) {
    return layer.length == 0 ? 0 : 1 + key.length + layer.length;
  }

  private static byte[] orNone(byte[] json) {
    return json.length <= EMPTY_OBJECT ? NONE : json;
  }

  /** Values of fields are no objects, so only a layer can end in a brace. */
  private static boolean endsInLayer(byte[] source) {
    int length = source.length;
    return length > EMPTY_OBJECT && source[length - 1] == '}' && source[length - 2] == '}';
  }

  /** The object without what begins at the key, and without the comma before that. */
  private static byte[] object(byte[] source, int key) {
    int end = source[key - 1] == ',' ? key - 1 : key;
    byte[] object = Arrays.copyOf(source, end + 1);
    object[end] = '}';
    return object;
  }

  private static int find(byte[] source, byte[] key) {
    for (int at = 1; at <= source.length - key.length; at++) {
      if (source[at + 1] == '_' && Arrays.equals(source, at, at + key.length, key, 0, key.length)) {
        return at;
      }
    }
    return -1;
  }

  private static byte[] key(String name) {
    return ('"' + name + "\":").getBytes(StandardCharsets.UTF_8);
  }
}
