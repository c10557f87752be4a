package dev.winnow.bench.solr;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Writes the folder Solr starts from: its schema, its settings, and one core named customers. */
final class Configset {
  static final String CORE = "customers";

  private Configset() {}

  static void write(Path home, List<Facet> facets) throws IOException {
    Path conf = Files.createDirectories(home.resolve(CORE).resolve("conf"));
    Files.writeString(home.resolve("solr.xml"), "<solr/>\n");
    Files.writeString(home.resolve(CORE).resolve("core.properties"), "name=" + CORE + "\n");
    Files.writeString(conf.resolve("schema.xml"), schema(facets));
    try (InputStream settings = Configset.class.getResourceAsStream("/solrconfig.xml")) {
      Files.copy(Objects.requireNonNull(settings), conf.resolve("solrconfig.xml"));
    }
  }

  private static String schema(List<Facet> facets) {
    StringBuilder fields = new StringBuilder();
    for (Facet facet : facets) {
      boolean multi = facet.kind() == Facet.Kind.MULTI;
      fields.append(field(facet.name(), "stored=\"true\" docValues=\"true\"", multi));
      if (facet.kind() == Facet.Kind.TREE) {
        fields.append(field(facet.filterField(), "stored=\"false\" docValues=\"false\"", true));
      }
    }
    return """
    <schema name="customers" version="1.6">
      <fieldType name="string" class="solr.StrField" sortMissingLast="true"/>
      <fieldType name="long" class="solr.LongPointField"/>
      <fieldType name="words" class="solr.TextField" omitNorms="false">
        <analyzer><tokenizer name="whitespace"/><filter name="lowercase"/></analyzer>
      </fieldType>
      <uniqueKey>id</uniqueKey>
      <field name="id" type="string" indexed="true" stored="true" docValues="false" required="true"/>
      <field name="name" type="words" indexed="true" stored="true"/>
      <field name="spend" type="long" indexed="true" stored="true" docValues="true"/>
    %s</schema>
    """
        .formatted(fields);
  }

  private static String field(String name, String how, boolean multi) {
    return "  <field name=\"%s\" type=\"string\" indexed=\"true\" %s multiValued=\"%s\"/>\n"
        .formatted(name, how, multi);
  }
}
