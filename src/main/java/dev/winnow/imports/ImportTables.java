package dev.winnow.imports;

import dev.winnow.mapping.ColumnMapping;
import dev.winnow.mapping.JoinedSource;
import dev.winnow.mapping.MappingReader;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.schema.Schema;
import dev.winnow.tables.RowSource;
import dev.winnow.tables.TableFormat;
import dev.winnow.tables.TableFormatJson;
import tools.jackson.databind.json.JsonMapper;

/** The stored tables of imports, and how they are read. */
record ImportTables(ImportFolder files, Schema schema) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The format that was found or chosen. */
  static TableFormat format(ImportRun run) {
    if (run.plan().format().isEmpty()) {
      throw new WinnowException(
          ProblemCode.IMPORT_STATE, "Nobody knows yet how the file is written.");
    }
    return TableFormatJson.read(JSON.readTree(run.plan().format()));
  }

  /** The mapping that was chosen, for the table as it is written. */
  ColumnMapping mapping(ImportRun run) {
    if (run.plan().mapping().isEmpty()) {
      throw new WinnowException(
          ProblemCode.IMPORT_STATE, "The import has no mapping yet. Put one first.");
    }
    String name = run.plan().mappingName().isEmpty() ? "mapping" : run.plan().mappingName();
    ColumnMapping mapping = new MappingReader(schema).read(run.plan().mapping(), name);
    return run.upload().stored() ? mapping.withFormat(format(run)) : mapping;
  }

  /** The other tables that were given. */
  Joins joins(ImportRun run) {
    return Joins.read(files.joins(run.id()));
  }

  /** The rows as they stand in the file, with those of the other tables beside them. */
  RowSource open(ImportRun run, TableFormat format) {
    return MendedRows.of(
        JoinedSource.open(
            files.table(run.id()), format, joins(run).lookups(), run.upload().name()));
  }

  /** The rows with what the mapping looks up beside them. */
  RowSource open(ImportRun run, ColumnMapping mapping) {
    return MendedRows.of(JoinedSource.open(files.table(run.id()), mapping));
  }
}
