package dev.winnow.http;

import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Problems for requests that are refused before any route is found, such as a malformed path. */
final class JettyProblems extends ErrorHandler {
  private final SecurityHeaders headers;

  JettyProblems(SecurityHeaders headers) {
    this.headers = headers;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    ProblemCode code = code(response.getStatus());
    byte[] body = Problems.body(code, List.of(Fault.at("", detail(code))));
    response.setStatus(code.status());
    headers.values().forEach(response.getHeaders()::put);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problems.TYPE);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    EndPoint client = request.getConnectionMetaData().getConnection().getEndPoint();
    response.write(true, ByteBuffer.wrap(body), Lingering.before(callback, client));
    return true;
  }

  private static String detail(ProblemCode code) {
    return switch (code) {
      case TOO_LARGE -> "The address or the headers are too long.";
      case INTERNAL -> "The request could not be answered.";
      default -> "The request is not valid HTTP.";
    };
  }

  private static ProblemCode code(int status) {
    return switch (status) {
      case 404 -> ProblemCode.NOT_FOUND;
      case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
      case 413, 414, 431 -> ProblemCode.TOO_LARGE;
      case 503 -> ProblemCode.UNAVAILABLE;
      case 500 -> ProblemCode.INTERNAL;
      default -> ProblemCode.INVALID_REQUEST;
    };
  }
}
