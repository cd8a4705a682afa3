package io.crackscope.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.NullMarked;

/** The rules of DESIGN.md on compiled classes. Each can be asked of any package tree, so that bad fixtures can be tried. */
final class ArchitectureRules {
    private static final Set<String> THREAD_MAKERS = Set.of(
            "java.lang.Thread",
            "java.util.Timer",
            "java.util.concurrent.Executors",
            "java.util.concurrent.ForkJoinPool",
            "java.util.concurrent.ThreadPoolExecutor",
            "java.util.concurrent.ScheduledThreadPoolExecutor",
            "javafx.concurrent.Service");
    private static final Set<String> THREAD_MAKING_METHODS = Set.of(
            "<init>",
            "ofVirtual",
            "ofPlatform",
            "startVirtualThread",
            "commonPool",
            "newFixedThreadPool",
            "newCachedThreadPool",
            "newSingleThreadExecutor",
            "newSingleThreadScheduledExecutor",
            "newScheduledThreadPool",
            "newThreadPerTaskExecutor",
            "newVirtualThreadPerTaskExecutor",
            "newWorkStealingPool",
            "defaultThreadFactory");
    private static final int COLLABORATORS = 5;

    private ArchitectureRules() {}

    /**
     * A rule.
     *
     * @param fixture package below {@code fixtures} in which the classes named {@code Bad...} break it and those named
     *     {@code Good...} keep it
     * @param below the rule for the classes below a root package
     */
    record Rule(String fixture, Function<String, ArchRule> below) {
        @Override
        public String toString() {
            return fixture;
        }
    }

    static List<Rule> all() {
        return List.of(
                new Rule("layers", root -> classes().should(PackageTable.keptBelow(root))),
                new Rule(
                        "cycles",
                        root -> slices().matching(root + ".(**)").should().beFreeOfCycles()),
                new Rule(
                        "puredomain",
                        root -> classes()
                                .that()
                                .resideInAPackage(root + ".domain..")
                                .should()
                                .onlyDependOnClassesThat()
                                .resideInAnyPackage(
                                        root + ".domain..",
                                        "java.lang..",
                                        "java.util..",
                                        "java.time..",
                                        "java.nio.file..",
                                        "java.io..",
                                        "java.math..",
                                        "java.text..",
                                        "org.jspecify..")),
                confined(
                        "javafx",
                        List.of("ui..", "app.."),
                        "javafx..",
                        "com.sun.javafx..",
                        "com.sun.glass..",
                        "atlantafx..",
                        "org.kordamp.."),
                new Rule(
                        "dl4j",
                        root -> noClasses()
                                .that()
                                .resideOutsideOfPackage(root + ".learning.dl4j..")
                                .should()
                                .dependOnClassesThat(
                                        resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.bytedeco..")
                                                // the classes of the ONNX format that ND4J carries
                                                .and(DescribedPredicate.not(
                                                        resideInAnyPackage("org.nd4j.shade..", "onnx.."))))),
                confined("onnx", List.of("learning.onnx.."), "ai.onnxruntime..", "onnx..", "org.nd4j.shade.."),
                new Rule(
                        "viewmodels",
                        root -> noClasses()
                                .that()
                                .haveSimpleNameEndingWith("ViewModel")
                                .should()
                                .dependOnClassesThat(resideInAnyPackage("javafx..", "java.awt..", "javax.swing..")
                                        .and(DescribedPredicate.not(resideInAnyPackage(
                                                "javafx.beans..", "javafx.collections..", "javafx.util.."))))
                                // a program without a view model would break no promise; the count test sees to the
                                // classes
                                .allowEmptyShould(true)),
                new Rule(
                        "threads",
                        root -> outside(root, "work")
                                .should(access("create a thread", ArchitectureRules::makesThread))),
                new Rule(
                        "runlater",
                        root -> noClasses()
                                .that()
                                .doNotHaveFullyQualifiedName(root + ".ui.common.FxExecutor")
                                .should(access("call Platform.runLater", ArchitectureRules::isRunLater))),
                new Rule(
                        "streams",
                        root -> noClasses()
                                .that()
                                .resideOutsideOfPackage(root + ".cli..")
                                .and()
                                .doNotHaveFullyQualifiedName(root + ".app.Launcher")
                                .should(ACCESS_STANDARD_STREAMS)),
                new Rule("nullmarked", root -> classes().should(liveInNullMarkedPackages())),
                new Rule(
                        "mutablestatics",
                        root -> fields().that().areStatic().should().beFinal().allowEmptyShould(true)),
                new Rule(
                        "names",
                        root -> noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Helpers|Util|Utils)")),
                new Rule("constructors", root -> classes().should(haveFewCollaborators(root))));
    }

    private static Rule confined(String fixture, List<String> allowed, String... packages) {
        return new Rule(
                fixture,
                root -> noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                allowed.stream().map(name -> root + "." + name).toArray(String[]::new))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(packages));
    }

    private static com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction outside(String root, String name) {
        return noClasses().that().resideOutsideOfPackage(root + "." + name + "..");
    }

    private static boolean makesThread(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        return THREAD_MAKERS.contains(owner) && THREAD_MAKING_METHODS.contains(name)
                || owner.equals("java.util.concurrent.CompletableFuture") && name.endsWith("Async")
                || name.equals("parallelStream")
                || owner.startsWith("java.util.stream.") && name.equals("parallel");
    }

    private static boolean isRunLater(JavaAccess<?> access) {
        return access.getTargetOwner().getName().equals("javafx.application.Platform")
                && access.getTarget().getName().equals("runLater");
    }

    private static ArchCondition<JavaClass> access(String what, Predicate<JavaAccess<?>> forbidden) {
        return new ArchCondition<>(what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                    if (forbidden.test(access)) {
                        events.add(SimpleConditionEvent.satisfied(type, access.getDescription()));
                    }
                }
                for (JavaAccess<?> reference : type.getCodeUnitReferencesFromSelf()) {
                    if (forbidden.test(reference)) {
                        events.add(SimpleConditionEvent.satisfied(type, reference.getDescription()));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaClass> liveInNullMarkedPackages() {
        return new ArchCondition<>("live in a package marked @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                events.add(new SimpleConditionEvent(
                        type,
                        type.getPackage().isAnnotatedWith(NullMarked.class),
                        type.getName() + " is in a package without @NullMarked"));
            }
        };
    }

    private static ArchCondition<JavaClass> haveFewCollaborators(String root) {
        return new ArchCondition<>("take at most " + COLLABORATORS + " collaborators") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaConstructor constructor : type.getConstructors()) {
                    long collaborators = constructor.getRawParameterTypes().stream()
                            .filter(parameter -> parameter.getPackageName().startsWith(root))
                            .filter(parameter -> !parameter.isRecord() && !parameter.isEnum())
                            .count();
                    events.add(new SimpleConditionEvent(
                            type,
                            collaborators <= COLLABORATORS,
                            constructor.getFullName() + " takes " + collaborators + " collaborators"));
                }
            }
        };
    }
}
