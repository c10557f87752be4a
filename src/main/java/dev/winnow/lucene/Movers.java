package dev.winnow.lucene;

import dev.winnow.engine.StoredCustomer;
import dev.winnow.engine.WhatIf;
import dev.winnow.engine.WhatIfAnswer.Mover;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.lucene.util.FixedBitSet;

/** The customers whose grade differs between what holds and a draft, by stable number. */
final class Movers {
  private static final int ANY = -1;
  private static final int NOBODY = -2;

  private final Columns columns;
  private final String facet;
  private final ValueDictionary dictionary;
  private final WhatIf.Movers page;
  private final int from;
  private final int to;

  Movers(Columns columns, String facet, WhatIf.Movers page) {
    this.columns = columns;
    this.facet = facet;
    this.dictionary = columns.dictionaries().of(facet);
    this.page = page;
    this.from = number(page.from());
    this.to = number(page.to());
  }

  /** Reads the page. */
  List<Mover> read(List<DraftLeaf> leaves, ShownCustomers shown) throws IOException {
    int window = Math.min(page.offset() + page.limit(), WhatIf.Movers.MAX_WINDOW);
    FirstByNumber first = new FirstByNumber(-1, window);
    for (DraftLeaf leaf : leaves) {
      first.add(leaf.leaf(), columns.of(leaf.leaf()), moved(leaf));
    }
    List<LeafDocument> found = first.inOrder();
    List<LeafDocument> named = found.subList(Math.min(page.offset(), found.size()), found.size());
    List<StoredCustomer> customers = shown.read(named, columns);
    ValueDictionary.Values values = dictionary.values();
    List<Mover> movers = new ArrayList<>();
    for (int i = 0; i < named.size(); i++) {
      LeafDocument at = named.get(i);
      int was = columns.single(at.leaf(), facet).get(at.doc());
      int becomes = draft(leaves.get(at.leaf().ord))[at.doc()];
      movers.add(new Mover(customers.get(i), values.text(was), values.text(becomes)));
    }
    return movers;
  }

  private FixedBitSet moved(DraftLeaf leaf) {
    PackedIds before = columns.single(leaf.leaf(), facet);
    int[] after = draft(leaf);
    FixedBitSet moved = new FixedBitSet(after.length);
    for (int doc = 0; doc < after.length; doc++) {
      int was = before.get(doc);
      if (was != after[doc]
          && (from == ANY || from == was)
          && (to == ANY || to == after[doc])
          && leaf.customers().get(doc)) {
        moved.set(doc);
      }
    }
    return moved;
  }

  private int[] draft(DraftLeaf leaf) {
    return Objects.requireNonNull(leaf.grades().get(facet));
  }

  private int number(WhatIf.End end) {
    return switch (end) {
      case WhatIf.End.Any _ -> ANY;
      case WhatIf.End.Grade(Optional<String> value) when value.isEmpty() -> ValueDictionary.NONE;
      case WhatIf.End.Grade(Optional<String> value) -> {
        int known = dictionary.idOf(value.get());
        yield known == ValueDictionary.NONE ? NOBODY : known;
      }
    };
  }
}
