package io.crackscope.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
    private static final String ROOT = "io.crackscope";
    private static final String FIXTURES = "io.crackscope.architecture.fixtures.";
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    static List<ArchitectureRules.Rule> rules() {
        return ArchitectureRules.all();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_program_keeps_the_rule(ArchitectureRules.Rule rule) {
        rule.below().apply(ROOT).check(PROGRAM);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_rule_finds_what_is_bad_in_its_fixture_and_nothing_else(ArchitectureRules.Rule rule) {
        String root = FIXTURES + rule.fixture();
        JavaClasses fixture = new ClassFileImporter().importPackages(root);

        EvaluationResult result = rule.below().apply(root).evaluate(fixture);

        String report = String.join("\n", result.getFailureReport().getDetails());
        List<String> bad = named(fixture, "Bad");
        assertThat(bad).as("bad classes in " + root).isNotEmpty();
        assertThat(bad).allSatisfy(name -> assertThat(report).contains(name));
        assertThat(named(fixture, "Good"))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(report).doesNotContain(name));
    }

    @Test
    void the_rules_see_every_source_file() throws IOException {
        TreeSet<String> sources = new TreeSet<>();
        for (Path source : SourceFiles.below(Path.of("src/main/java/io/crackscope"))) {
            sources.add(Path.of("src/main/java")
                    .relativize(source)
                    .toString()
                    .replace(".java", "")
                    .replaceAll("[/\\\\]", "."));
        }
        sources.removeIf(name -> name.endsWith("package-info"));
        TreeSet<String> seen = new TreeSet<>();
        PROGRAM.stream()
                .filter(JavaClass::isTopLevelClass)
                .map(JavaClass::getName)
                .forEach(seen::add);
        seen.removeIf(name -> name.endsWith("package-info"));

        assertThat(seen).containsAll(sources).hasSizeGreaterThan(30);
    }

    private static List<String> named(JavaClasses classes, String prefix) {
        return classes.stream()
                .filter(type -> type.isTopLevelClass() && type.getSimpleName().startsWith(prefix))
                .map(JavaClass::getName)
                .toList();
    }
}
