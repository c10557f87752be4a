package dev.winnow.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Small Maven projects under {@code src/bench/} with the libraries of peers, which Winnow's own
 * class path must not have.
 */
public final class Projects {
  private static final Path ROOT = Path.of("src/bench");
  private static final String LIST = "target/classpath.txt";
  private static final Map<String, String> CLASSPATHS = new ConcurrentHashMap<>();

  private Projects() {}

  /**
   * Compiles a project, once in a run, and returns its class path: its own classes, then its
   * libraries.
   *
   * @param project the folder's name under {@code src/bench/}
   * @throws Unavailable when the project is not there, does not compile, or a library cannot be
   *     resolved
   */
  public static String classpath(String project)
      throws IOException, InterruptedException, Unavailable {
    String known = CLASSPATHS.get(project);
    if (known != null) {
      return known;
    }
    Path folder = ROOT.resolve(project);
    Path pom = folder.resolve("pom.xml");
    if (!Files.exists(pom)) {
      throw new Unavailable("there is no " + pom + " below " + Path.of("").toAbsolutePath());
    }
    Path list = folder.resolve(LIST).toAbsolutePath();
    Process maven =
        new ProcessBuilder(
                "mvn",
                "-q",
                "-B",
                "-f",
                pom.toString(),
                "compile",
                "dependency:build-classpath",
                "-Dmdep.outputFile=" + list)
            .inheritIO()
            .start();
    if (maven.waitFor() != 0) {
      throw new Unavailable("mvn -f " + pom + " compile has failed; its output says why");
    }
    Path classes = folder.resolve("target/classes").toAbsolutePath();
    String classpath = classes + File.pathSeparator + Files.readString(list).strip();
    CLASSPATHS.put(project, classpath);
    return classpath;
  }
}
