package dev.winnow.http;

import dev.winnow.exports.PullCursors;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running HTTP server: the route table behind the gate, and the web files. */
public final class Server implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Server.class);
  private static final List<HandlerType> METHODS =
      List.of(
          HandlerType.GET,
          HandlerType.HEAD,
          HandlerType.POST,
          HandlerType.PUT,
          HandlerType.PATCH,
          HandlerType.DELETE,
          HandlerType.OPTIONS,
          HandlerType.TRACE,
          HandlerType.QUERY);

  private final HttpSettings settings;
  private final PullCursors cursors;
  private final Assets assets;
  private final Api api;
  private final Gate gate;
  private final Turnstile turnstile = new Turnstile();
  private final SecurityHeaders headers;
  private final HostGuard hosts;
  private final ScheduledExecutorService upkeep =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("http-upkeep").factory());
  private final Javalin javalin;

  /** Starts to listen; on return requests are answered. */
  public Server(Services services, HttpSettings settings) {
    this.settings = settings;
    this.cursors = new PullCursors(services.clock());
    this.assets = new Assets(settings.web());
    this.api = new Api(services, cursors, turnstile);
    this.gate = new Gate(services.keys(), services.sessions());
    this.headers = SecurityHeaders.of(assets.importMapHash());
    this.hosts = new HostGuard(settings.host());
    this.javalin = listen(Javalin.create(this::configure), settings);
    var _ = upkeep.scheduleWithFixedDelay(cursors::expire, 1, 1, TimeUnit.MINUTES);
  }

  private static Javalin listen(Javalin javalin, HttpSettings settings) {
    try {
      return javalin.start(settings.host(), settings.port());
    } catch (JavalinBindException e) {
      throw new WinnowException(
          ProblemCode.UNAVAILABLE,
          "Cannot listen on port %d of %s, which another program may use. Choose another with --port."
              .formatted(settings.port(), settings.host()));
    }
  }

  /** The port that is listened on. */
  public int port() {
    return javalin.port();
  }

  /** The address of the start page, without a slash at its end. */
  public String url() {
    String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
    return "http://" + host + ":" + port();
  }

  @Override
  public void close() {
    api.close();
    javalin.stop();
    upkeep.shutdownNow();
    cursors.close();
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.http.defaultContentType = "application/json";
    if (hosts.isLoopback()) {
      config.http.compressionStrategy = CompressionStrategy.NONE;
    }
    JettyProblems problems = new JettyProblems(headers);
    config.jetty.modifyServer(server -> server.setErrorHandler(problems));
    config.jetty.modifyServletContextHandler(handler -> handler.setErrorHandler(problems));
    routes(config.routes);
  }

  private void routes(RoutesConfig routes) {
    routes.before(this::greet);
    routes.after(Body::drain);
    api.routes().forEach(route -> routes.addHttpHandler(route.method(), route.path(), run(route)));
    api.routes().stream()
        .filter(route -> route.method().equals(HandlerType.GET))
        .forEach(route -> routes.addHttpHandler(HandlerType.HEAD, route.path(), run(route)));
    api.methodsByPath().forEach((path, allowed) -> refuseOthers(routes, path, allowed));
    routes.get("*", assets::serve);
    routes.head("*", assets::serve);
    routes.exception(WinnowException.class, (e, http) -> Problems.answer(http, e));
    routes.exception(HttpResponseException.class, (e, http) -> Problems.answer(http, plain(e)));
    routes.exception(Exception.class, Server::failed);
  }

  /** What comes before every answer, whatever the path. */
  private void greet(Context http) {
    headers.values().forEach(http::header);
    if (http.path().startsWith("/api/")) {
      http.header("Cache-Control", "no-store");
    }
    if (!hosts.serves(http.header("Host"))) {
      http.skipRemainingHandlers();
      throw new WinnowException(
          ProblemCode.WRONG_HOST, "Use localhost or the address that Winnow listens on.");
    }
  }

  private io.javalin.http.Handler run(Route route) {
    return http -> {
      Call call = gate.admit(http, route);
      VersionTags.check(http);
      turnstile.pass(route.cost(), () -> route.action().handle(call));
    };
  }

  private static void refuseOthers(RoutesConfig routes, String path, List<HandlerType> allowed) {
    String allow = String.join(", ", allowed.stream().map(HandlerType::name).toList());
    METHODS.stream()
        .filter(method -> !allowed.contains(method))
        .forEach(
            method ->
                routes.addHttpHandler(
                    method,
                    path,
                    http -> {
                      http.header("Allow", allow);
                      throw new WinnowException(
                          ProblemCode.METHOD_NOT_ALLOWED, "Allowed here: " + allow + ".");
                    }));
  }

  /** What Javalin itself refuses. */
  private static WinnowException plain(HttpResponseException e) {
    ProblemCode code =
        switch (e.getStatus()) {
          case 404 -> ProblemCode.NOT_FOUND;
          case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
          case 413 -> ProblemCode.TOO_LARGE;
          default -> ProblemCode.INVALID_REQUEST;
        };
    return new WinnowException(code, "There is nothing here for this method.");
  }

  private static void failed(Exception e, Context http) {
    if (Disconnect.caused(e)) {
      LOG.debug("the client went away", e);
      return;
    }
    LOG.error("{} {} failed", http.req().getMethod(), http.endpoint().path, e);
    Problems.answer(http, new WinnowException(ProblemCode.INTERNAL, "See the log for the cause."));
  }
}
