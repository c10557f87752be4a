package dev.winnow.http;

import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of the web pages: packed into the jar, or from a folder while working on them, and the
 * few libraries they import. Every address of a page answers with {@code index.html}.
 *
 * <p>Packed files cannot change before the next start, so {@code index.html} names them below
 * {@code /v/} and a version of this start, which browsers may keep without asking again. A page
 * from before a restart that asks for an earlier version gets the present file, to be kept by
 * nobody.
 */
final class Assets {
  private static final Pattern FILE =
      Pattern.compile("(?:/[A-Za-z0-9_@-][A-Za-z0-9._@-]*)+\\.([a-z0-9]+)");
  private static final Pattern LIBRARY =
      Pattern.compile(
          "/webjars/(?:lit|lit-html|lit-element|lit__reactive-element|echarts)/.+\\.js");
  private static final Pattern PAGE =
      Pattern.compile(
          "/|/login|/keys|/upkeep|/duplicates|/(?:segments|rules|imports|connections)(?:/[^/]*)*"
              + "|/customers/[^/]*");
  private static final Pattern VERSIONED = Pattern.compile("/v/([a-z0-9]+)(/.+)");
  private static final Pattern NAMED = Pattern.compile("(src|href)=\"(/(?:app|css)/)");
  private static final String INDEX = "/index.html";
  private static final String FOREVER = "public, max-age=31536000, immutable";
  private static final Pattern IMPORT_MAP =
      Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml",
          "png", "image/png",
          "ico", "image/x-icon",
          "woff2", "font/woff2");

  private final Optional<Path> folder;
  private final String version = Long.toString(System.currentTimeMillis(), 36);
  private final Map<String, Asset> packed = new ConcurrentHashMap<>();

  /**
   * @param folder read anew at every request; empty for the files in the jar
   */
  Assets(Optional<Path> folder) {
    this.folder = folder;
  }

  private record Asset(byte[] bytes, String type, String etag) {}

  /** Answers with the file or page at the request's path. */
  void serve(Context http) {
    Matcher versioned = VERSIONED.matcher(http.path());
    boolean named = versioned.matches();
    String path = named ? versioned.group(2) : http.path();
    Optional<Asset> found = find(PAGE.matcher(path).matches() ? INDEX : path);
    if (found.isEmpty() && !named && wantsPage(http)) {
      http.status(HttpStatus.NOT_FOUND);
      found = find(INDEX);
    }
    Asset asset =
        found.orElseThrow(
            () -> new WinnowException(ProblemCode.NOT_FOUND, "There is nothing here."));
    boolean lasting = named ? versioned.group(1).equals(version) : LIBRARY.matcher(path).matches();
    http.header("Cache-Control", lasting ? FOREVER : "no-cache");
    http.header("ETag", asset.etag());
    if (asset.etag().equals(http.header("If-None-Match"))) {
      http.status(304);
    } else {
      http.contentType(asset.type()).result(asset.bytes());
    }
  }

  /** Whether a person has mistaken the address of a page, which then says so. */
  private static boolean wantsPage(Context http) {
    String accepted = http.header("Accept");
    return accepted != null && accepted.contains("text/html") && !http.path().startsWith("/api/");
  }

  /** The CSP source that allows the import map in {@code index.html}; empty without one. */
  Optional<String> importMapHash() {
    return find(INDEX)
        .map(asset -> IMPORT_MAP.matcher(new String(asset.bytes(), StandardCharsets.UTF_8)))
        .filter(Matcher::find)
        .map(map -> map.group(1).getBytes(StandardCharsets.UTF_8))
        .map(map -> "'sha256-" + Base64.getEncoder().encodeToString(sha256(map)) + "'");
  }

  private Optional<Asset> find(String path) {
    Matcher file = FILE.matcher(path);
    if (!file.matches() || !TYPES.containsKey(file.group(1))) {
      return Optional.empty();
    }
    if (path.startsWith("/webjars/")) {
      return LIBRARY.matcher(path).matches()
          ? packed(path, "META-INF/resources")
          : Optional.empty();
    }
    return folder.isPresent()
        ? inFolder(folder.get().resolve(path.substring(1)))
        : packed(path, "web");
  }

  /** Only files that there are take memory, whatever is asked for. */
  private Optional<Asset> packed(String path, String root) {
    return Optional.ofNullable(
        packed.computeIfAbsent(
            path, name -> resource(root + name).map(asset -> naming(name, asset)).orElse(null)));
  }

  /** The page with the versioned names of the files it needs. */
  private Asset naming(String name, Asset asset) {
    if (!name.equals(INDEX)) {
      return asset;
    }
    String page = new String(asset.bytes(), StandardCharsets.UTF_8);
    String named = NAMED.matcher(page).replaceAll("$1=\"/v/" + version + "$2");
    return asset(name, named.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<Asset> resource(String name) {
    try (InputStream in = Assets.class.getClassLoader().getResourceAsStream(name)) {
      return in == null ? Optional.empty() : Optional.of(asset(name, in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Asset> inFolder(Path file) {
    try {
      return Files.isRegularFile(file)
          ? Optional.of(asset(file.toString(), Files.readAllBytes(file)))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Asset asset(String name, byte[] bytes) {
    String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "");
    String hash = Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(bytes));
    return new Asset(bytes, type, '"' + hash.substring(0, 22) + '"');
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
