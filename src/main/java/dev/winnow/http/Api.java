package dev.winnow.http;

import static dev.winnow.access.Role.ADMIN;
import static dev.winnow.access.Role.EDITOR;
import static dev.winnow.access.Role.VIEWER;
import static dev.winnow.http.Route.Cost.HEAVY;
import static dev.winnow.http.Route.Cost.LIGHT;
import static dev.winnow.http.Route.Cost.STREAM;
import static io.javalin.http.HandlerType.DELETE;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.HEAD;
import static io.javalin.http.HandlerType.PATCH;
import static io.javalin.http.HandlerType.POST;
import static io.javalin.http.HandlerType.PUT;

import dev.winnow.access.Role;
import dev.winnow.exports.PullCursors;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The route table: every address of the API with the least role that may use it. What is not here
 * does not exist; what is here without a role is open on purpose.
 */
final class Api implements AutoCloseable {
  /** What the addresses of this version begin with. */
  static final String BASE = "/api/v1";

  private final List<Route> routes;
  private final Feeds feeds = new Feeds();

  Api(Services services, PullCursors cursors, Turnstile turnstile) {
    Conditions conditions = new Conditions(services);
    var access = new AccessRoutes(services.keys(), services.sessions());
    var bulk = new BulkRoutes(services);
    var customers = new CustomerRoutes(services, conditions);
    var activities = new ActivityRoutes(services.activities(), customers);
    var events = new EventRoutes(services.imports(), services.rules().jobs(), feeds);
    var imports = new ImportRoutes(services.imports(), services.schema());
    var uploads = new UploadRoutes(services.imports());
    var mappings = new MappingRoutes(services.imports().mappings(), services.schema());
    var kinds = new ActivityKindRoutes(services.activities());
    var timeline = new TimelineRoutes(services, customers);
    var connections = new ConnectionRoutes(services.connections());
    var trials = new ConnectionTrial(services);
    var duplicates = new DuplicateRoutes(services, conditions);
    var explain = new ExplainRoutes(services, conditions, customers);
    var health = new HealthRoutes(services.engine());
    var members = new MemberRoutes(services, conditions, cursors, turnstile);
    var preview = new PreviewRoutes(services, conditions);
    var ruleJson = new RuleJson(services, conditions);
    var grades = new GradeRoutes(services, customers, ruleJson);
    var jobs = new JobRoutes(services.rules().jobs());
    var quality = new QualityRoutes(services);
    var rules = new RuleRoutes(services, ruleJson);
    var trial = new TrialRoutes(services, conditions, ruleJson);
    var schema = new SchemaRoutes(services.schema());
    var search = new SearchRoutes(services, conditions);
    var segments = new SegmentRoutes(services, conditions);
    var upkeep = new UpkeepRoutes(services, conditions);
    this.routes =
        List.of(
            Route.open(GET, "/health/live", health::live),
            Route.open(GET, "/health/ready", health::ready),
            Route.open(GET, "/api/openapi.json", new OpenApi()::document),
            Route.open(POST, BASE + "/sessions", access::signIn),
            route(DELETE, "/sessions/current", VIEWER, LIGHT, access::signOut),
            route(GET, "/me", VIEWER, LIGHT, access::me),
            route(GET, "/keys", ADMIN, LIGHT, access::listKeys),
            route(POST, "/keys", ADMIN, LIGHT, access::createKey),
            route(DELETE, "/keys/{id}", ADMIN, LIGHT, access::revokeKey),
            route(POST, "/login-links", ADMIN, LIGHT, access::createLoginLink),
            route(GET, "/schema", VIEWER, LIGHT, schema::schema),
            route(POST, "/customers/search", VIEWER, HEAVY, search::search),
            route(GET, "/suggest", VIEWER, HEAVY, search::suggest),
            route(POST, "/customers/bulk", EDITOR, STREAM, bulk::bulk),
            route(GET, "/customers/{id}", VIEWER, LIGHT, customers::get),
            route(PUT, "/customers/{id}", EDITOR, LIGHT, customers::put),
            route(PATCH, "/customers/{id}", EDITOR, LIGHT, customers::patch),
            route(DELETE, "/customers/{id}", EDITOR, LIGHT, customers::delete),
            route(POST, "/customers/{id}/archive", EDITOR, LIGHT, customers::archive),
            route(POST, "/customers/{id}/unarchive", EDITOR, LIGHT, customers::unarchive),
            route(GET, "/customers/{id}/segments", VIEWER, HEAVY, customers::segments),
            route(GET, "/customers/{id}/explain", VIEWER, HEAVY, explain::explain),
            route(GET, "/customers/{id}/activities", VIEWER, LIGHT, timeline::timeline),
            route(GET, "/customers/{id}/spend", VIEWER, LIGHT, timeline::spend),
            route(POST, "/activities/bulk", EDITOR, STREAM, activities::bulk),
            route(GET, "/activities/kinds", VIEWER, LIGHT, kinds::kinds),
            route(GET, "/activities/{id}", VIEWER, LIGHT, activities::get),
            route(PUT, "/activities/{id}", EDITOR, LIGHT, activities::put),
            route(DELETE, "/activities/{id}", EDITOR, LIGHT, activities::delete),
            route(GET, "/customers/{id}/grades", VIEWER, LIGHT, grades::get),
            route(PUT, "/customers/{id}/grades/{facet}", EDITOR, LIGHT, grades::put),
            route(DELETE, "/customers/{id}/grades/{facet}", EDITOR, LIGHT, grades::delete),
            route(GET, "/rules", VIEWER, HEAVY, rules::list),
            route(POST, "/rules", EDITOR, HEAVY, rules::create),
            route(GET, "/rules/rfm-map", VIEWER, HEAVY, quality::map),
            route(GET, "/rules/{id}", VIEWER, HEAVY, rules::get),
            route(DELETE, "/rules/{id}", EDITOR, HEAVY, rules::retire),
            route(PUT, "/rules/{id}/draft", EDITOR, HEAVY, rules::draft),
            route(DELETE, "/rules/{id}/draft", EDITOR, LIGHT, rules::discard),
            route(POST, "/rules/{id}/preview", VIEWER, HEAVY, trial::preview),
            route(POST, "/rules/{id}/publish", EDITOR, LIGHT, rules::publish),
            route(POST, "/rules/{id}/rollback", EDITOR, LIGHT, rules::rollback),
            route(POST, "/rules/{id}/recompute", EDITOR, LIGHT, rules::recompute),
            route(GET, "/rules/{id}/versions", VIEWER, LIGHT, rules::versions),
            route(GET, "/rules/{id}/quality", VIEWER, HEAVY, quality::quality),
            route(GET, "/upkeep", VIEWER, HEAVY, upkeep::upkeep),
            route(GET, "/connections", EDITOR, LIGHT, connections::list),
            route(POST, "/connections", ADMIN, LIGHT, connections::create),
            route(GET, "/connections/{name}", EDITOR, LIGHT, connections::get),
            route(PUT, "/connections/{name}", ADMIN, LIGHT, connections::update),
            route(DELETE, "/connections/{name}", ADMIN, LIGHT, connections::delete),
            route(POST, "/connections/{name}/test", ADMIN, STREAM, trials::test),
            route(POST, "/connections/{name}/run", ADMIN, LIGHT, connections::run),
            route(GET, "/connections/{name}/runs", EDITOR, LIGHT, connections::runs),
            route(GET, "/jobs", VIEWER, LIGHT, jobs::list),
            route(GET, "/jobs/{id}", VIEWER, LIGHT, jobs::get),
            route(POST, "/jobs/{id}/cancel", EDITOR, LIGHT, jobs::cancel),
            route(GET, "/duplicates", VIEWER, HEAVY, duplicates::list),
            route(POST, "/duplicates/search", EDITOR, LIGHT, duplicates::search),
            route(POST, "/duplicates/merge-automatic", EDITOR, LIGHT, duplicates::mergeAutomatic),
            route(GET, "/duplicates/settings", VIEWER, LIGHT, duplicates::settings),
            route(PUT, "/duplicates/settings", EDITOR, LIGHT, duplicates::change),
            route(GET, "/duplicates/{id}", VIEWER, LIGHT, duplicates::get),
            route(POST, "/duplicates/{id}/merge", EDITOR, LIGHT, duplicates::merge),
            route(POST, "/duplicates/{id}/distinct", EDITOR, LIGHT, duplicates::distinct),
            route(POST, "/duplicates/{id}/undo", EDITOR, LIGHT, duplicates::undo),
            route(GET, "/jobs/{id}/events", VIEWER, LIGHT, events::jobEvents),
            route(POST, "/imports", EDITOR, STREAM, uploads::create),
            route(PATCH, "/imports/{id}/file", EDITOR, STREAM, uploads::append),
            route(HEAD, "/imports/{id}/file", EDITOR, LIGHT, uploads::state),
            route(PUT, "/imports/{id}/lookups/{file}", EDITOR, STREAM, uploads::lookup),
            route(DELETE, "/imports/{id}/lookups/{file}", EDITOR, LIGHT, uploads::part),
            route(GET, "/imports/{id}/rejected", EDITOR, STREAM, uploads::rejected),
            route(GET, "/imports", EDITOR, LIGHT, imports::list),
            route(GET, "/imports/{id}", EDITOR, LIGHT, imports::get),
            route(DELETE, "/imports/{id}", EDITOR, LIGHT, imports::delete),
            route(GET, "/imports/{id}/table", EDITOR, LIGHT, imports::table),
            route(PUT, "/imports/{id}/format", EDITOR, LIGHT, imports::format),
            route(GET, "/imports/{id}/proposal", EDITOR, HEAVY, imports::proposal),
            route(PUT, "/imports/{id}/mapping", EDITOR, HEAVY, imports::mapping),
            route(POST, "/imports/{id}/preview", EDITOR, HEAVY, imports::preview),
            route(POST, "/imports/{id}/check", EDITOR, LIGHT, imports::check),
            route(GET, "/imports/{id}/report", EDITOR, LIGHT, imports::report),
            route(POST, "/imports/{id}/start", EDITOR, LIGHT, imports::start),
            route(POST, "/imports/{id}/pause", EDITOR, LIGHT, imports::pause),
            route(POST, "/imports/{id}/resume", EDITOR, LIGHT, imports::resume),
            route(POST, "/imports/{id}/cancel", EDITOR, LIGHT, imports::cancel),
            route(POST, "/imports/{id}/undo", EDITOR, LIGHT, imports::undo),
            route(GET, "/imports/{id}/events", EDITOR, LIGHT, events::importEvents),
            route(GET, "/mappings", EDITOR, LIGHT, mappings::list),
            route(PUT, "/mappings/{name}", EDITOR, LIGHT, mappings::put),
            route(DELETE, "/mappings/{name}", EDITOR, LIGHT, mappings::delete),
            route(GET, "/segments", VIEWER, HEAVY, segments::list),
            route(POST, "/segments", EDITOR, HEAVY, segments::create),
            route(POST, "/segments/preview", VIEWER, HEAVY, preview::preview),
            route(GET, "/segments/{id}", VIEWER, HEAVY, segments::get),
            route(PUT, "/segments/{id}", EDITOR, HEAVY, segments::update),
            route(DELETE, "/segments/{id}", EDITOR, LIGHT, segments::delete),
            route(POST, "/segments/{id}/clone", EDITOR, HEAVY, segments::copy),
            route(POST, "/segments/{id}/archive", EDITOR, HEAVY, segments::archive),
            route(POST, "/segments/{id}/unarchive", EDITOR, HEAVY, segments::unarchive),
            route(POST, "/segments/{id}/restore", EDITOR, HEAVY, segments::restore),
            route(GET, "/segments/{id}/versions", VIEWER, LIGHT, segments::versions),
            route(GET, "/segments/{id}/members", VIEWER, LIGHT, members::members));
  }

  private static Route route(
      HandlerType method, String path, Role least, Route.Cost cost, Route.Action action) {
    return Route.of(method, BASE + path, least, cost, action);
  }

  /** Ends the answers that go on. */
  @Override
  public void close() {
    feeds.close();
  }

  List<Route> routes() {
    return routes;
  }

  /** What can be done at each address; where one can GET, one can also HEAD. */
  Map<String, List<HandlerType>> methodsByPath() {
    Map<String, List<HandlerType>> methods = new LinkedHashMap<>();
    for (Route route : routes) {
      List<HandlerType> here = methods.computeIfAbsent(route.path(), _ -> new ArrayList<>());
      here.add(route.method());
      if (route.method().equals(GET)) {
        here.add(HandlerType.HEAD);
      }
    }
    return methods;
  }
}
