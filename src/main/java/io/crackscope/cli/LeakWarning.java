package io.crackscope.cli;

import io.crackscope.dataset.SplitLeaks;
import java.util.ArrayList;
import java.util.List;

/** Says in numbers what a split leaks, and the way out. */
final class LeakWarning {
    private final Console console;

    LeakWarning(Console console) {
        this.console = console;
    }

    /** The lines of the warning; none where nothing leaks. */
    List<String> of(String kind, SplitLeaks leaks) {
        List<String> lines = new ArrayList<>();
        if (!leaks.any()) {
            return lines;
        }
        lines.add(console.text("cli.leak.heading"));
        part(lines, "cli.leak.test.", leaks.test());
        part(lines, "cli.leak.validation.", leaks.validation());
        boolean groupsAreCut = leaks.test().groups() + leaks.validation().groups() > 0;
        lines.add(console.text(
                groupsAreCut || !kind.equals("grouped") ? "cli.leak.way_out.grouped" : "cli.leak.way_out.near"));
        return lines;
    }

    private void part(List<String> lines, String keys, SplitLeaks.Part part) {
        if (part.same() > 0) {
            lines.add("  " + console.text(keys + "same", part.same(), part.images()));
        }
        if (part.near() > 0) {
            lines.add("  " + console.text(keys + "near", part.near(), part.images()));
        }
        if (part.sameGroup() > 0) {
            lines.add("  " + console.text(keys + "group", part.sameGroup(), part.images(), part.groups()));
        }
    }
}
