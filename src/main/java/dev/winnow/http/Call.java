package dev.winnow.http;

import dev.winnow.access.Caller;
import dev.winnow.access.FieldMask;
import dev.winnow.access.RowScope;
import dev.winnow.condition.Condition;
import io.javalin.http.Context;
import java.util.List;

/**
 * A request that was let in: who asks, which customers they may see and which fields of them.
 *
 * @param scope and-ed into every condition
 * @param mask applied to every customer that leaves
 */
record Call(Context http, Caller caller, RowScope scope, FieldMask mask) {
  /** The condition, within what the caller may see; still to be resolved. */
  Condition within(Condition condition) {
    return scope.equals(RowScope.ALL)
        ? condition
        : new Condition.All(List.of(scope.condition(), condition));
  }

  String path(String parameter) {
    return http.pathParam(parameter);
  }

  /** Answers with a JSON body. */
  void json(int status, byte[] body) {
    http.status(status).contentType("application/json").result(body);
  }

  /** Answers 200 with a JSON body. */
  void json(byte[] body) {
    json(200, body);
  }
}
