package io.crackscope.ui.training;

import io.crackscope.dataset.SplitLeaks;
import io.crackscope.text.Messages;
import java.util.ArrayList;
import java.util.List;

/** What a split leaks, in numbers, and the way out. */
final class LeakWords {
    private final Messages messages;

    LeakWords(Messages messages) {
        this.messages = messages;
    }

    /** A line a finding and the way out; none where nothing leaks. */
    List<String> of(String kind, SplitLeaks leaks) {
        List<String> lines = new ArrayList<>();
        if (!leaks.any()) {
            return lines;
        }
        part(lines, "cli.leak.test.", leaks.test());
        part(lines, "cli.leak.validation.", leaks.validation());
        boolean groupsAreCut = leaks.test().groups() + leaks.validation().groups() > 0;
        lines.add(messages.get(
                groupsAreCut || !kind.equals("grouped")
                        ? "ui.train.leak.way_out.grouped"
                        : "ui.train.leak.way_out.near"));
        return lines;
    }

    private void part(List<String> lines, String keys, SplitLeaks.Part part) {
        if (part.same() > 0) {
            lines.add(messages.get(keys + "same", part.same(), part.images()));
        }
        if (part.near() > 0) {
            lines.add(messages.get(keys + "near", part.near(), part.images()));
        }
        if (part.sameGroup() > 0) {
            lines.add(messages.get(keys + "group", part.sameGroup(), part.images(), part.groups()));
        }
    }
}
