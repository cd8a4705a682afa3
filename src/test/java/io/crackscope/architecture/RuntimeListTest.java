package io.crackscope.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares jlink.json with what the classes refer to, and its flags with those of pom.xml. */
class RuntimeListTest {
    /** Jars of the test class path that the program does not have. */
    private static final Set<String> TEST_ONLY = Set.of(
            "junit",
            "opentest4j",
            "apiguardian",
            "assertj",
            "byte-buddy",
            "testfx",
            "hamcrest",
            "org.osgi",
            "archunit",
            "palantir",
            "surefire",
            "jsr305",
            "functionaljava",
            "failureaccess",
            "listenablefuture",
            "j2objc",
            "error_prone",
            "guava-33",
            "jackson-datatype-guava",
            "jackson-module",
            "validation-model",
            "parser-1",
            "pdf-model",
            "core-1",
            "verapdf",
            "rhino",
            "jaxb-",
            "javax.activation",
            "stax-utils",
            "feature-reporting",
            "metadata-fixer",
            "json-schema-validator",
            "itu-",
            "jackson-dataformat-yaml",
            "snakeyaml",
            "maven-");

    private final JsonNode list = read();

    @Test
    void the_runtime_holds_the_modules_that_classes_refer_to_and_no_others() throws IOException {
        ReferredModules referred = new ReferredModules();
        referred.readFolder(Path.of("target/classes"));
        for (Path jar : programJars()) {
            referred.readJar(jar);
        }
        javaFxModules().forEach(module -> referred.modules().put(module, "its jar is on the class path"));
        assertThat(referred.classes()).isGreaterThan(15_000);

        Set<String> included = names("modules");
        Set<String> leftOut = names("leftOut");
        Set<String> needed = new TreeSet<>(referred.modules().keySet());
        needed.removeAll(leftOut);
        needed.add("java.base");

        assertThat(included).as("referred to: %s", referred.modules()).containsExactlyInAnyOrderElementsOf(needed);
        assertThat(leftOut).isSubsetOf(referred.modules().keySet());
    }

    @Test
    void each_module_says_why_it_is_there_and_exists() {
        List<String> available = new ArrayList<>();
        java.lang.module.ModuleFinder.ofSystem()
                .findAll()
                .forEach(module -> available.add(module.descriptor().name()));
        for (String section : List.of("modules", "byReflection")) {
            for (String name : names(section)) {
                assertThat(list.get(section).get(name).asText()).as(name).hasSizeGreaterThan(5);
                if (!name.startsWith("javafx.")) {
                    assertThat(available).contains(name);
                }
            }
        }
    }

    @Test
    void jdeps_agrees_for_our_own_classes() {
        ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
        java.io.StringWriter out = new java.io.StringWriter();
        java.io.StringWriter err = new java.io.StringWriter();

        int code = jdeps.run(
                new java.io.PrintWriter(out),
                new java.io.PrintWriter(err),
                "--multi-release",
                "25",
                "--ignore-missing-deps",
                "--print-module-deps",
                "target/classes");

        assertThat(code).as(err.toString()).isZero();
        Set<String> included = names("modules");
        assertThat(List.of(out.toString().strip().split(",")))
                .contains("java.base")
                .allSatisfy(name -> assertThat(included).contains(name));
    }

    @Test
    void the_flags_of_the_program_are_those_of_the_tests() {
        List<String> packaged = new ArrayList<>();
        list.get("jvm")
                .forEach(flag -> packaged.add(flag.asText().replace("ALL-UNNAMED,javafx.graphics", "ALL-UNNAMED")));

        assertThat(packaged)
                .containsAll(List.of(System.getProperty("jvm.native").split(" ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void every_language_of_the_texts_is_among_the_locales(String language) {
        List<String> locales = new ArrayList<>();
        list.get("locales").forEach(locale -> locales.add(locale.asText()));

        assertThat(locales).contains(language).hasSize(2);
    }

    @Test
    void a_reference_to_a_module_that_is_not_listed_is_noticed() throws IOException {
        ReferredModules referred = new ReferredModules();
        referred.readFolder(Path.of("target/test-classes/io/crackscope/architecture/fixtures/puredomain"));

        assertThat(referred.modules()).containsKey("java.sql");
    }

    private Set<String> names(String section) {
        Set<String> names = new TreeSet<>();
        list.get(section).fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<Path> programJars() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of)
                .filter(jar -> TEST_ONLY.stream().noneMatch(jar.getFileName().toString()::startsWith))
                .toList();
    }

    private static List<String> javaFxModules() {
        return programJars().stream()
                .map(jar -> jar.getFileName().toString())
                .filter(name -> name.startsWith("javafx-"))
                .map(name -> name.replaceAll("-[0-9].*", "").replace('-', '.'))
                .distinct()
                .toList();
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper().readTree(new File("jlink.json"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
