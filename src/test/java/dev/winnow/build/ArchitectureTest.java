package dev.winnow.build;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the sources to the shape that the design gives them. */
final class ArchitectureTest {
  private static final String ROOT = "dev.winnow";
  private static final Path SOURCES = Path.of("src/main/java");
  private static final int MOST_LINES = 300;
  private static final String REASON = "Longer than " + MOST_LINES + " lines because";

  /**
   * From the entry point down to the foundation; a package imports only from rows below its own.
   */
  private static final List<Set<String>> ROWS =
      List.of(
          Set.of(""),
          Set.of("http"),
          Set.of("connections"),
          Set.of("imports", "exports", "ops"),
          Set.of("duplicates"),
          Set.of("ingest"),
          Set.of("segment", "membership", "access", "rules"),
          Set.of("jobs"),
          Set.of("engine"),
          Set.of("mapping"),
          Set.of("classify", "activity", "matching"),
          Set.of("condition", "customer"),
          Set.of("schema", "tables"),
          Set.of("problem"));

  /** They implement ports, so they may import the ports and what those speak of. */
  private static final Set<String> ADAPTERS = Set.of("lucene", "store");

  private static final int PORTS = rowOf("engine");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void every_package_has_a_place_in_the_design() {
    assertThat(CLASSES)
        .extracting(ArchitectureTest::packageOf)
        .allMatch(name -> ADAPTERS.contains(name) || rowOf(name) >= 0);
  }

  @Test
  void imports_point_only_to_rows_below() {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass origin : CLASSES) {
      for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        if (isOurs(target) && !mayImport(packageOf(origin), packageOf(target))) {
          wrong.add(origin.getName() + " imports " + target.getName());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void packages_form_no_cycles() {
    slices()
        .matching(ROOT + ".(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void only_lucene_knows_lucene() {
    onlyIn("lucene", "org.apache.lucene..");
  }

  @Test
  void only_store_knows_mapdb() {
    onlyIn("store", "org.mapdb..");
  }

  @Test
  void only_http_knows_javalin() {
    onlyIn("http", "io.javalin..");
  }

  @Test
  void only_the_composition_root_knows_the_index() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT, ROOT + ".lucene..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + ".lucene..")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void only_the_composition_root_opens_the_database() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT, ROOT + ".store..")
        .should()
        .callMethod(ROOT + ".store.Database", "open", Path.class.getName())
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void every_package_says_what_it_is_and_is_null_marked() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      List<Path> folders =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(Path::getParent)
              .distinct()
              .toList();
      assertThat(folders)
          .allSatisfy(
              folder ->
                  assertThat(Files.readString(folder.resolve("package-info.java")))
                      .startsWith("/**")
                      .contains("NullMarked"));
    }
  }

  @Test
  void files_are_short_or_say_why_not() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      assertThat(files.filter(file -> file.toString().endsWith(".java")))
          .allSatisfy(
              file -> {
                List<String> lines = Files.readAllLines(file);
                assertThat(lines.size() <= MOST_LINES || statesReason(lines))
                    .as("%s has %d lines; a reason begins with: %s", file, lines.size(), REASON)
                    .isTrue();
              });
    }
  }

  private static boolean statesReason(List<String> lines) {
    return lines.stream().limit(5).anyMatch(line -> line.contains(REASON));
  }

  private static void onlyIn(String home, String library) {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "." + home + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(CLASSES);
  }

  private static boolean mayImport(String origin, String target) {
    if (origin.equals(target)) {
      return true;
    }
    if (ADAPTERS.contains(origin)) {
      return rowOf(target) >= PORTS;
    }
    return ADAPTERS.contains(target) || rowOf(target) > rowOf(origin);
  }

  private static int rowOf(String name) {
    for (int row = 0; row < ROWS.size(); row++) {
      if (ROWS.get(row).contains(name)) {
        return row;
      }
    }
    return -1;
  }

  private static boolean isOurs(JavaClass type) {
    return type.getPackageName().equals(ROOT) || type.getPackageName().startsWith(ROOT + ".");
  }

  /** The first level below the root package; empty for the root itself. */
  private static String packageOf(JavaClass type) {
    String name = type.getPackageName();
    return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1).split("\\.", 2)[0];
  }
}
