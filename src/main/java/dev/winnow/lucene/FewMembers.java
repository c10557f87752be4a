package dev.winnow.lucene;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.RandomAccess;

/**
 * Which of a few customers satisfy each of many conditions, in a byte for each condition.
 * Conditions of the same customers share a set, of which there are few.
 */
final class FewMembers extends AbstractList<BitSet> implements RandomAccess {
  /** The most customers. */
  static final int MOST = Byte.SIZE;

  private final byte[] members;
  private final BitSet[] sets;

  /**
   * @param members for each condition the customers as bits
   * @param customers how many there are, {@link #MOST} at most
   */
  FewMembers(byte[] members, int customers) {
    this.members = members;
    sets = new BitSet[1 << customers];
    Arrays.setAll(sets, bits -> BitSet.valueOf(new long[] {bits}));
  }

  @Override
  public BitSet get(int condition) {
    return sets[Byte.toUnsignedInt(members[condition])];
  }

  @Override
  public int size() {
    return members.length;
  }
}
