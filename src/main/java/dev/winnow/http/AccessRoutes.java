package dev.winnow.http;

import dev.winnow.access.ApiKey;
import dev.winnow.access.Keys;
import dev.winnow.access.Role;
import dev.winnow.access.Sessions;
import dev.winnow.access.Sessions.SignedIn;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/** Signing in and out, and API keys. */
final class AccessRoutes {
  private static final int MAX_TOKEN = 200;

  private final Keys keys;
  private final Sessions sessions;
  private final String version;

  AccessRoutes(Keys keys, Sessions sessions) {
    this.keys = keys;
    this.sessions = sessions;
    this.version =
        Optional.ofNullable(AccessRoutes.class.getPackage().getImplementationVersion())
            .orElse("development");
  }

  void me(Call call) {
    new Params(call.http()).check();
    call.json(
        Json.write(
            json -> {
              json.writeStartObject();
              json.writeStringProperty("name", call.caller().name());
              json.writeStringProperty("role", call.caller().role().code());
              json.writeStringProperty("version", version);
              json.writeEndObject();
            }));
  }

  /** Exchanges the token of a login link for a session cookie. */
  void signIn(Call call) throws IOException {
    new Params(call.http()).check();
    Faults faults = new Faults();
    Input input = new Input(Body.json(call.http()), "", faults, Set.of("token"));
    input.required("token");
    String token = input.text("token", MAX_TOKEN).orElse("");
    faults.throwIfAny();
    SignedIn session =
        sessions
            .signIn(token)
            .orElseThrow(
                () ->
                    new WinnowException(
                        ProblemCode.NOT_SIGNED_IN,
                        "The login link is not valid, was used, or has expired. Ask for a new one."));
    setCookie(call.http(), session.token(), "");
    call.http().status(204);
  }

  void signOut(Call call) {
    new Params(call.http()).check();
    Optional.ofNullable(call.http().cookie(Gate.COOKIE)).ifPresent(sessions::signOut);
    setCookie(call.http(), "", "; Max-Age=0");
    call.http().status(204);
  }

  /** Makes a link with which whoever opens it first signs in as the caller. */
  void createLoginLink(Call call) {
    new Params(call.http()).check();
    String origin = call.http().scheme() + "://" + call.http().header("Host");
    String url = origin + "/login#token=" + sessions.createLogin(call.caller());
    call.json(
        201,
        Json.write(
            json -> {
              json.writeStartObject();
              json.writeStringProperty("url", url);
              json.writeEndObject();
            }));
  }

  void listKeys(Call call) {
    new Params(call.http()).check();
    call.json(
        Json.write(
            json -> {
              json.writeStartObject();
              json.writeArrayPropertyStart("keys");
              for (ApiKey key : keys.list()) {
                json.writeStartObject();
                writeKey(json, key);
                json.writeEndObject();
              }
              json.writeEndArray();
              json.writeEndObject();
            }));
  }

  void createKey(Call call) throws IOException {
    new Params(call.http()).check();
    Faults faults = new Faults();
    Input input = new Input(Body.json(call.http()), "", faults, Set.of("name", "role"));
    input.required("name");
    input.required("role");
    String name = input.text("name", Keys.MAX_NAME).orElse("");
    Optional<String> code = input.text("role", MAX_TOKEN);
    Optional<Role> role = code.flatMap(Role::of);
    if (code.isPresent() && role.isEmpty()) {
      String known = Stream.of(Role.values()).map(Role::code).collect(Collectors.joining(", "));
      faults.add("/role", "There is no such role.", "One of " + known + ".");
    }
    faults.throwIfAny();
    ApiKey.Created created = keys.create(name, role.orElseThrow());
    call.json(
        201,
        Json.write(
            json -> {
              json.writeStartObject();
              writeKey(json, created.key());
              json.writeStringProperty("key", created.secret());
              json.writeEndObject();
            }));
  }

  void revokeKey(Call call) {
    new Params(call.http()).check();
    keys.revoke(call.path("id"));
    call.http().status(204);
  }

  private static void writeKey(JsonGenerator json, ApiKey key) {
    json.writeStringProperty("id", key.id());
    json.writeStringProperty("name", key.name());
    json.writeStringProperty("role", key.role().code());
    json.writeStringProperty("createdAt", key.createdAt().toString());
    json.writeStringProperty("lastUsedAt", key.lastUsedAt().map(Object::toString).orElse(null));
  }

  private static void setCookie(Context http, String value, String more) {
    String secure = http.scheme().equals("https") ? "; Secure" : "";
    http.header(
        "Set-Cookie",
        Gate.COOKIE + "=" + value + "; Path=/; HttpOnly; SameSite=Strict" + secure + more);
  }
}
