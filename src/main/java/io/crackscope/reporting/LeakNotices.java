package io.crackscope.reporting;

import io.crackscope.evaluation.Comparison;
import io.crackscope.evaluation.Comparison.DataFacts;
import io.crackscope.evaluation.Comparison.Result;
import io.crackscope.evaluation.Familiarity;
import io.crackscope.evaluation.HeldOut;
import io.crackscope.reporting.Report.Block;
import io.crackscope.reporting.Report.Notice;
import io.crackscope.text.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says in plain words what models had seen of the data sets, and what is wrong with the data sets themselves. */
final class LeakNotices {
    private final Messages messages;

    LeakNotices(Messages messages) {
        this.messages = messages;
    }

    List<Block> of(Comparison comparison) {
        List<Block> blocks = new ArrayList<>();
        for (DataFacts data : comparison.data()) {
            // models that saw the same share a notice
            Map<List<String>, List<String>> modelsByLines = new LinkedHashMap<>();
            for (Result result : comparison.results()) {
                if (result.data().equals(data.name())
                        && !result.known().images().isEmpty()) {
                    modelsByLines
                            .computeIfAbsent(lines(result), lines -> new ArrayList<>())
                            .add(result.model());
                }
            }
            modelsByLines.forEach((lines, models) -> blocks.add(new Notice(
                    messages.get("report.leak.title", String.join(", ", models), data.name(), models.size()),
                    lines.isEmpty() ? List.of(messages.get("report.leak.none")) : lines,
                    !lines.isEmpty())));
        }
        for (DataFacts data : comparison.data()) {
            List<String> lines = lines(data);
            if (!lines.isEmpty()) {
                blocks.add(new Notice(
                        messages.get("report.leak.data", data.name()),
                        lines,
                        data.bothWays() + data.nearBothWays() > 0));
            }
        }
        return blocks;
    }

    private List<String> lines(Result result) {
        Familiarity known = result.known();
        List<String> lines = new ArrayList<>();
        if (known.images().containsKey(HeldOut.UNKNOWN)) {
            lines.add(messages.get("report.leak.unknown"));
        } else if (!known.remembered()) {
            lines.add(messages.get("report.leak.by_split"));
        }
        if (known.trained() + known.validated() > 0) {
            lines.add(
                    messages.get("report.leak.seen", Numbers.count(known.trained()), Numbers.count(known.validated())));
        }
        add(lines, "report.leak.near", known.near());
        add(lines, "report.leak.group", known.sameGroup());
        if (known.cut()) {
            lines.add(messages.get("report.leak.cut"));
        }
        return lines;
    }

    private List<String> lines(DataFacts data) {
        List<String> lines = new ArrayList<>();
        add(lines, "report.leak.duplicates", data.duplicates());
        add(lines, "report.leak.both_ways", data.bothWays());
        add(lines, "report.leak.near_both_ways", data.nearBothWays());
        add(lines, "report.leak.refused", data.refused());
        return lines;
    }

    private void add(List<String> lines, String key, int count) {
        if (count > 0) {
            lines.add(messages.get(key, count, Numbers.count(count)));
        }
    }
}
