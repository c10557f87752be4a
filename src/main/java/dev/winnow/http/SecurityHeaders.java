package dev.winnow.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The headers that every answer carries, so that a browser runs nothing but Winnow's own files. */
record SecurityHeaders(Map<String, String> values) {
  SecurityHeaders {
    values = Map.copyOf(values);
  }

  /**
   * @param importMapHash the CSP source of the one inline script, which holds no code
   */
  static SecurityHeaders of(Optional<String> importMapHash) {
    String scripts = "'self'" + importMapHash.map(hash -> " " + hash).orElse("");
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(
        "Content-Security-Policy",
        "default-src 'self'; script-src "
            + scripts
            + "; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
            + " frame-ancestors 'none'; form-action 'self'");
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "same-origin");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    return new SecurityHeaders(headers);
  }
}
