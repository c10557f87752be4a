package dev.winnow.http;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the server listens.
 *
 * @param host address to bind to; a loopback address is served under loopback names only
 * @param port 0 for any free one
 * @param web folder of the web files, read anew at every request; empty for those in the jar
 */
public record HttpSettings(String host, int port, Optional<Path> web) {}
