package io.crackscope.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Which of the program's packages may use which. A package that is not in the table may use none and be used by none. */
final class PackageTable {
    private static final String ALL = "*";

    private static final Map<String, List<String>> MAY_USE = new LinkedHashMap<>();

    static {
        row("domain");
        row("work");
        row("text", "domain");
        row("imaging", "domain", "work");
        row("dataset", "domain", "imaging", "work");
        row("samples", "domain", "imaging", "work");
        row("learning", "domain", "dataset", "imaging", "work");
        row("learning.dl4j", "learning", "domain", "dataset", "imaging", "work");
        row("learning.onnx", "learning", "domain", "dataset", "imaging", "work");
        row("evaluation", "domain", "dataset", "imaging", "learning", "work");
        row("training", "domain", "dataset", "imaging", "learning", "evaluation", "work");
        row("inspection", "domain", "imaging", "learning", "work");
        row("measurement", "domain", "imaging");
        row("project", "domain", "work");
        row("reporting", "domain", "work", "text", "imaging", "inspection", "measurement", "evaluation", "project");
        row("settings", "domain", "work");
        String[] features = {
            "domain",
            "work",
            "text",
            "imaging",
            "dataset",
            "samples",
            "learning",
            "evaluation",
            "training",
            "inspection",
            "measurement",
            "project",
            "reporting",
            "settings"
        };
        row("cli", features);
        row("ui.common", features);
        for (String tab : List.of("ui.dataset", "ui.training", "ui.report")) {
            row(tab, and(features, "ui.common"));
        }
        row("ui.scorecard", and(features, "ui.common"));
        row("ui.inspection", and(features, "ui.common", "ui.scorecard"));
        row("ui.shell", and(features, "ui.common", "ui.dataset", "ui.training", "ui.inspection", "ui.report"));
        row("app", ALL);
    }

    private PackageTable() {}

    /** Classes below {@code root} use only those other packages below it that the table allows to their own. */
    static ArchCondition<JavaClass> keptBelow(String root) {
        return new ArchCondition<>("use only the packages that the table allows") {
            @Override
            public void check(JavaClass origin, ConditionEvents events) {
                String from = relative(origin, root);
                for (Dependency dependency : new TreeSet<>(origin.getDirectDependenciesFromSelf())) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    if (target.getPackageName().startsWith(root + ".")) {
                        String to = relative(target, root);
                        boolean allowed = from.equals(to)
                                || MAY_USE.getOrDefault(from, List.of()).contains(ALL)
                                || MAY_USE.getOrDefault(from, List.of()).contains(to);
                        events.add(new SimpleConditionEvent(
                                origin, allowed, from + " uses " + to + ": " + dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static String relative(JavaClass type, String root) {
        return type.getPackageName().equals(root) ? "" : type.getPackageName().substring(root.length() + 1);
    }

    private static void row(String from, String... to) {
        MAY_USE.put(from, List.of(to));
    }

    private static String[] and(String[] some, String... more) {
        String[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }
}
