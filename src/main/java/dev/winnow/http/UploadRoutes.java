package dev.winnow.http;

import dev.winnow.imports.ImportRun;
import dev.winnow.imports.Imports;
import dev.winnow.imports.Mode;
import dev.winnow.imports.State;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** Files of imports as they come and go, of any size. */
final class UploadRoutes {
  private static final int MAX_NAME = 200;
  private static final String OFFSET = "Upload-Offset";
  private static final String LENGTH = "Upload-Length";

  private final Imports imports;
  private final ImportJson writer;

  UploadRoutes(Imports imports) {
    this.imports = imports;
    this.writer = new ImportJson(imports);
  }

  /** Makes an import of the body, or of bytes to come when the body is empty. */
  void create(Call call) throws IOException {
    Params params = new Params(call.http(), "name", "size", "mode");
    String name = params.requiredText("name", MAX_NAME);
    params.check();
    long said = size(params);
    Mode mode = ImportRoutes.mode(params);
    long length = call.http().req().getContentLengthLong();
    ImportRun run =
        imports
            .intake()
            .create(name, said >= 0 || length <= 0 ? said : length, mode, call.caller().name());
    boolean comesLater = said > 0 && length == 0;
    if (!comesLater) {
      run = imports.intake().upload(run.id(), 0, call.http().req().getInputStream());
    }
    call.http().header("Location", Api.BASE + "/imports/" + run.id());
    call.json(201, writer.one(run));
  }

  private static long size(Params params) {
    String text = params.text("size", 20).orElse("");
    params.check();
    if (text.isEmpty()) {
      return ImportRun.UNKNOWN;
    }
    if (!text.matches("\\d{1,15}")) {
      throw new WinnowException(
          ProblemCode.INVALID_REQUEST,
          "The query parameter \"size\" is the size of the file in bytes.");
    }
    return Long.parseLong(text);
  }

  /** Takes the next bytes. */
  void append(Call call) throws IOException {
    new Params(call.http()).check();
    String offset = call.http().header(OFFSET);
    if (offset == null || !offset.matches("\\d{1,18}")) {
      throw new WinnowException(
          ProblemCode.INVALID_REQUEST,
          "The header Upload-Offset must say how many bytes came before.");
    }
    ImportRun run =
        imports
            .intake()
            .upload(call.path("id"), Long.parseLong(offset), call.http().req().getInputStream());
    state(call.http(), run);
    call.http().status(204);
  }

  /** Says how much has come. */
  void state(Call call) {
    new Params(call.http()).check();
    state(call.http(), imports.get(call.path("id")));
  }

  private static void state(Context http, ImportRun run) {
    http.header(OFFSET, Long.toString(run.upload().received()));
    if (run.upload().size() != ImportRun.UNKNOWN || run.state() != State.UPLOADING) {
      http.header(LENGTH, Long.toString(run.upload().size()));
    }
  }

  /** Takes another table, which the mapping looks things up in; joins it when that is wanted. */
  void lookup(Call call) throws IOException {
    Params params = new Params(call.http(), "join");
    boolean join = params.choice("join", "true", "false").filter("true"::equals).isPresent();
    params.check();
    String id = call.path("id");
    String file = call.path("file");
    imports.intake().lookup(id, file, call.http().req().getInputStream());
    if (join) {
      call.json(writer.one(imports.intake().join(id, file)));
    } else {
      call.http().status(204);
    }
  }

  /** Takes a joined table away. */
  void part(Call call) {
    new Params(call.http()).check();
    call.json(writer.one(imports.intake().part(call.path("id"), call.path("file"))));
  }

  /** The rejected rows. */
  void rejected(Call call) throws IOException {
    new Params(call.http()).check();
    ImportRun run = imports.get(call.path("id"));
    String name = "rejected " + run.upload().name().replaceFirst("(?i)\\.csv$", "") + ".csv";
    call.http()
        .contentType("text/csv")
        .header(
            "Content-Disposition",
            "attachment; filename=\"rejected.csv\"; filename*=UTF-8''"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"))
        .result(Files.newInputStream(imports.rejected(run.id())));
  }
}
