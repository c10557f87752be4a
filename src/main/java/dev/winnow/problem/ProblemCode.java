package dev.winnow.problem;

/**
 * Every way in which Winnow refuses or fails, each with a stable code for programs, a kind, the
 * HTTP status it is answered with, and a title for people.
 */
public enum ProblemCode {
  INVALID_JSON("invalid-json", Kind.USER, 400, "The body is not valid JSON"),
  INVALID_REQUEST("invalid-request", Kind.USER, 400, "The request is not valid"),
  INVALID_CONDITION("invalid-condition", Kind.USER, 400, "The condition is not valid"),
  INVALID_CUSTOMER("invalid-customer", Kind.USER, 400, "The customer is not valid"),
  INVALID_ACTIVITY("invalid-activity", Kind.USER, 400, "The activity is not valid"),
  INVALID_SEGMENT("invalid-segment", Kind.USER, 400, "The segment is not valid"),
  INVALID_CURSOR("invalid-cursor", Kind.USER, 400, "The cursor is not valid"),
  INVALID_MAPPING("invalid-mapping", Kind.USER, 400, "The column mapping is not valid"),
  INVALID_FILE("invalid-file", Kind.USER, 400, "The file cannot be read"),
  INVALID_CONFIGURATION("invalid-configuration", Kind.USER, 500, "The configuration is not valid"),
  INVALID_RULE("invalid-rule", Kind.USER, 400, "The classification rule is not valid"),
  SEGMENT_CYCLE("segment-cycle", Kind.USER, 409, "Segments refer to each other in a circle"),
  RULE_CYCLE("rule-cycle", Kind.USER, 409, "Classification rules refer to each other in a circle"),
  NOT_SIGNED_IN("not-signed-in", Kind.USER, 401, "No valid session or API key"),
  NOT_ALLOWED("not-allowed", Kind.USER, 403, "Your role does not allow this"),
  CROSS_SITE("cross-site", Kind.USER, 403, "The request comes from another site"),
  NOT_FOUND("not-found", Kind.USER, 404, "There is nothing at this address"),
  CUSTOMER_NOT_FOUND("customer-not-found", Kind.USER, 404, "There is no such customer"),
  ACTIVITY_NOT_FOUND("activity-not-found", Kind.USER, 404, "There is no such activity"),
  SEGMENT_NOT_FOUND("segment-not-found", Kind.USER, 404, "There is no such segment"),
  CONNECTION_NOT_FOUND(
      "connection-not-found", Kind.USER, 404, "There is no such database connection"),
  INVALID_CONNECTION("invalid-connection", Kind.USER, 400, "The database connection is not valid"),
  CONNECTION_BUSY("connection-busy", Kind.USER, 409, "The database connection is being read"),
  DATABASE_FAILED("database-failed", Kind.USER, 422, "The database did not do what it was asked"),
  RULE_NOT_FOUND("rule-not-found", Kind.USER, 404, "There is no such classification rule"),
  DUPLICATE_NOT_FOUND("duplicate-not-found", Kind.USER, 404, "There is no such pair of customers"),
  IMPORT_NOT_FOUND("import-not-found", Kind.USER, 404, "There is no such import"),
  MAPPING_NOT_FOUND("mapping-not-found", Kind.USER, 404, "There is no such saved mapping"),
  METHOD_NOT_ALLOWED("method-not-allowed", Kind.USER, 405, "The address has no such method"),
  NOT_ACCEPTABLE("not-acceptable", Kind.USER, 406, "The requested format is not available"),
  CANNOT_COMPUTE("cannot-compute", Kind.USER, 409, "A computed field has no exact value"),
  ALREADY_EXISTS("already-exists", Kind.USER, 409, "It already exists"),
  SEGMENT_IN_USE("segment-in-use", Kind.USER, 409, "Other segments refer to this segment"),
  RULE_NOT_PUBLISHED("rule-not-published", Kind.USER, 409, "The classification rule grades nobody"),
  NO_DRAFT("no-draft", Kind.USER, 409, "The classification rule has nothing to publish"),
  RULE_BUSY("rule-busy", Kind.USER, 409, "The classification rule is being published"),
  PAIR_DECIDED("pair-decided", Kind.USER, 409, "The pair of customers stands otherwise"),
  MERGE_CHANGED(
      "merge-changed", Kind.USER, 409, "The merged customer has been changed since the merge"),
  CUSTOMER_MERGED("customer-merged", Kind.USER, 410, "The customer has been merged into another"),
  IMPORT_STATE("import-state", Kind.USER, 409, "The import is not in a state for this"),
  JOB_NOT_CANCELLABLE("job-not-cancellable", Kind.USER, 409, "The job cannot be cancelled"),
  IMPORT_BUSY("import-busy", Kind.USER, 409, "Another import is running"),
  IMPORT_GUARD("import-guard", Kind.USER, 409, "The import would archive suspiciously many"),
  UPLOAD_OFFSET("upload-offset", Kind.USER, 409, "The bytes do not follow those received"),
  CURSOR_EXPIRED("cursor-expired", Kind.USER, 410, "The cursor has expired"),
  STALE_VERSION("stale-version", Kind.USER, 412, "Someone else has changed it meanwhile"),
  TOO_LARGE("too-large", Kind.LIMIT, 413, "The request is larger than the limit"),
  WRONG_HOST("wrong-host", Kind.USER, 421, "Winnow is not served under this name"),
  UNSUPPORTED_MEDIA_TYPE(
      "unsupported-media-type", Kind.USER, 415, "The body is in a format not accepted here"),
  VERSION_REQUIRED("version-required", Kind.USER, 428, "The change must name the version it edits"),
  TOO_MANY_REQUESTS("too-many-requests", Kind.LIMIT, 429, "Too many requests at once"),
  CORRUPT_DATA("corrupt-data", Kind.INTERNAL, 500, "Stored data is damaged"),
  INTERNAL("internal", Kind.INTERNAL, 500, "Winnow failed to answer"),
  UNAVAILABLE("unavailable", Kind.LIMIT, 503, "Winnow is not ready"),
  NO_SPACE("no-space", Kind.LIMIT, 507, "There is no room on the disk");

  /** Whose turn it is: the caller's, the caller's later, or ours. */
  public enum Kind {
    USER,
    LIMIT,
    INTERNAL
  }

  private final String code;
  private final Kind kind;
  private final int status;
  private final String title;

  ProblemCode(String code, Kind kind, int status, String title) {
    this.code = code;
    this.kind = kind;
    this.status = status;
    this.title = title;
  }

  /** The stable code, such as {@code invalid-condition}. */
  public String code() {
    return code;
  }

  public Kind kind() {
    return kind;
  }

  /** The HTTP status of an answer with this problem. */
  public int status() {
    return status;
  }

  /** One English sentence without a full stop. */
  public String title() {
    return title;
  }
}
