package io.crackscope.cli;

import io.crackscope.project.AuditEntry;
import io.crackscope.project.Verification;
import io.crackscope.reporting.AuditWords;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The audit trail on the terminal: a row an entry, and what its verification came to. */
final class AuditTable {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final int MOST_DETAIL = 60;

    private final Console console;
    private final AuditWords words;

    AuditTable(Console console) {
        this.console = console;
        this.words = new AuditWords(console.messages());
    }

    void print(List<AuditEntry> entries, Verification verification) {
        int seq =
                width(entries.stream().map(entry -> Long.toString(entry.seq())).toList(), "#");
        int who = width(entries.stream().map(AuditTable::who).toList(), console.text("cli.audit.who"));
        int what = width(entries.stream().map(this::what).toList(), console.text("cli.audit.what"));
        int photo = width(entries.stream().map(AuditTable::photo).toList(), console.text("cli.audit.photo"));
        String form = "%" + seq + "s  %-19s  %-" + who + "s  %-" + what + "s  %-" + photo + "s  %s";
        console.line(form.formatted(
                        "#",
                        console.text("cli.audit.time"),
                        console.text("cli.audit.who"),
                        console.text("cli.audit.what"),
                        console.text("cli.audit.photo"),
                        console.text("cli.audit.detail"))
                .stripTrailing());
        for (AuditEntry entry : entries) {
            console.line(form.formatted(
                            entry.seq(),
                            TIME.format(entry.when()),
                            who(entry),
                            what(entry),
                            photo(entry),
                            detail(entry))
                    .stripTrailing());
        }
        console.line("");
        switch (verification) {
            case Verification.Whole whole -> {
                console.line(console.coloured(console.text("cli.audit.whole", whole.entries()), 36));
                console.line(console.text("cli.audit.whole.head", whole.head()));
            }
            case Verification.Broken broken -> {
                String fault = console.text(broken.fault().key());
                String line = broken.seq() == 0
                        ? console.text("cli.audit.broken", fault)
                        : console.text("cli.audit.broken.at", Long.toString(broken.seq()), fault);
                console.line(console.coloured(line, 166));
                console.line(Console.plain(broken.what()));
            }
        }
    }

    private static int width(List<String> column, String heading) {
        return column.stream().mapToInt(String::length).reduce(heading.length(), Math::max);
    }

    private static String who(AuditEntry entry) {
        return Console.plain(entry.who());
    }

    private static String photo(AuditEntry entry) {
        return Console.plain(entry.photoName());
    }

    private String what(AuditEntry entry) {
        return Console.plain(words.what(entry));
    }

    /** In one line, with spaces that can be searched for; long notes are cut. */
    private String detail(AuditEntry entry) {
        String text = Console.plain(words.detail(entry)).replace('\u00A0', ' ');
        return text.length() > MOST_DETAIL ? text.substring(0, MOST_DETAIL - 3) + "..." : text;
    }
}
