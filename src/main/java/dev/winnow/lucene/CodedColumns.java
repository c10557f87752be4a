package dev.winnow.lucene;

import java.util.List;

/**
 * Columns that are counted together in {@link PackedRows}: several of one value that share a code,
 * or one of several values that has a few codes. A step counts a code; when all blocks are counted,
 * the few codes are spread over the values they stand for.
 *
 * @param facets names of the members
 * @param members the columns
 */
record CodedColumns(List<String> facets, List<Column> members, List<Code> codes) {
  /** Bits of a row that are counted as one number. */
  record Code(PackedRows.Place at, List<Part> parts) {}

  /**
   * A member's number within a code.
   *
   * @param code which
   * @param member whose
   * @param place which of the member's numbers, 0 the first
   * @param shift its lowest bit within the code
   */
  record Part(int code, int member, int place, int shift, int bits) {}

  /** The parts of all codes. */
  List<Part> parts() {
    return codes.stream().flatMap(code -> code.parts.stream()).toList();
  }

  /** Where a part lies in a row. */
  PackedRows.Place place(Part part) {
    return codes.get(part.code).at.within(part.shift, part.bits);
  }

  /** The numbers of a part. */
  PackedIds numbers(Part part) {
    return switch (members.get(part.member)) {
      case SingleColumn single -> single.ids();
      case SlottedColumn several -> several.places().get(part.place);
      case RunColumn _ -> throw new IllegalStateException("runs have no places");
    };
  }

  /**
   * Adds counts by code to the members' counts by value. A document without a first value has none;
   * having no second one says nothing.
   *
   * @param targets for each member the counts by value, or an empty array if it is not wanted
   */
  void spread(int code, int[] codeCounts, int[][] targets) {
    for (Part part : codes.get(code).parts) {
      int[] counts = targets[part.member];
      int mask = (1 << part.bits) - 1;
      for (int i = 0; counts.length > 0 && i < codeCounts.length; i++) {
        int id = i >>> part.shift & mask;
        if (codeCounts[i] != 0 && (id != ValueDictionary.NONE || part.place == 0)) {
          counts[id] += codeCounts[i];
        }
      }
    }
  }
}
