package dev.winnow.lucene;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The stored JSON of a customer, by layer: the given fields, and behind them each {@link Layer}
 * there is under its key, which no field can have. Taken apart by its bytes, because that happens
 * for every write: within a string every quote has a backslash before it, so that a key with its
 * quotes is nowhere but where it is meant.
 */
final class StoredSource {
  private static final byte[] NONE = {};
  private static final Layer[] LAYERS = Layer.values();
  private static final int EMPTY_OBJECT = 2;

  private final byte[] given;
  private final byte[][] layers;

  private StoredSource(byte[] given, byte[][] layers) {
    this.given = given;
    this.layers = layers;
  }

  /** What may be known beside the given fields; a JSON object each, in this order. */
  enum Layer {
    COMPUTED,
    OVERRIDES,
    /** Of the given fields. */
    ORIGINS,
    /** One origin, of the archiving. */
    ARCHIVED;

    private final byte[] key =
        ("\"_" + name().toLowerCase(Locale.ROOT) + "\":").getBytes(StandardCharsets.UTF_8);
  }

  static StoredSource of(byte[] source) {
    byte[][] layers = new byte[LAYERS.length][];
    Arrays.fill(layers, NONE);
    if (!endsInLayer(source)) {
      return new StoredSource(source, layers);
    }
    int end = source.length - 1;
    int endOfGiven = source.length;
    Optional<Layer> open = Optional.empty();
    int from = 0;
    for (int at = 1; at < end; at++) {
      Optional<Layer> next = keyAt(source, at);
      if (next.isPresent()) {
        if (open.isPresent()) {
          layers[open.get().ordinal()] = Arrays.copyOfRange(source, from, at - 1);
        } else {
          endOfGiven = at;
        }
        open = next;
        from = at + next.get().key.length;
        at = from - 1;
      }
    }
    if (open.isEmpty()) {
      return new StoredSource(source, layers);
    }
    layers[open.get().ordinal()] = Arrays.copyOfRange(source, from, end);
    return new StoredSource(object(source, endOfGiven), layers);
  }

  /** The given fields, a JSON object. */
  byte[] given() {
    return given;
  }

  /** A JSON object, or empty for none. */
  byte[] get(Layer layer) {
    return layers[layer.ordinal()];
  }

  boolean has(Layer layer) {
    return get(layer).length > 0;
  }

  StoredSource withGiven(byte[] json) {
    return new StoredSource(json, layers);
  }

  /** With another JSON object in a layer; an empty object is as good as none. */
  StoredSource with(Layer layer, byte[] json) {
    byte[][] changed = layers.clone();
    changed[layer.ordinal()] = json.length <= EMPTY_OBJECT ? NONE : json;
    return new StoredSource(given, changed);
  }

  StoredSource without(Layer layer) {
    return has(layer) ? with(layer, NONE) : this;
  }

  byte[] join() {
    int length = given.length;
    for (Layer layer : LAYERS) {
      length += sizeOf(layer);
    }
    if (length == given.length) {
      return given;
    }
    byte[] joined = new byte[length];
    int end = given.length - 1;
    System.arraycopy(given, 0, joined, 0, end);
    for (Layer layer : LAYERS) {
      end = put(joined, end, layer);
    }
    joined[end] = '}';
    return end + 1 == joined.length ? joined : Arrays.copyOf(joined, end + 1);
  }

  private int put(byte[] target, int end, Layer layer) {
    byte[] json = get(layer);
    if (json.length == 0) {
      return end;
    }
    int at = end;
    if (at > 1) {
      target[at++] = ',';
    }
    System.arraycopy(layer.key, 0, target, at, layer.key.length);
    System.arraycopy(json, 0, target, at + layer.key.length, json.length);
    return at + layer.key.length + json.length;
  }

  private int sizeOf(Layer layer) {
    return has(layer) ? 1 + layer.key.length + get(layer).length : 0;
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

  private static Optional<Layer> keyAt(byte[] source, int at) {
    if (source[at] == '"' && source[at + 1] == '_') {
      for (Layer layer : LAYERS) {
        byte[] key = layer.key;
        int end = at + key.length;
        if (end <= source.length && Arrays.equals(source, at, end, key, 0, key.length)) {
          return Optional.of(layer);
        }
      }
    }
    return Optional.empty();
  }
}
