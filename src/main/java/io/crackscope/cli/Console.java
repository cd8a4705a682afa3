package io.crackscope.cli;

import io.crackscope.domain.Refusal;
import io.crackscope.text.Messages;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;

/** Where a command speaks to the person: lines, warnings, and one status line that is rewritten. Safe from any thread. */
final class Console {
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final StandardOutput out;
    private final PrintStream err;
    private final Terminal terminal;
    private final Messages messages;
    private final Messages texts;
    private boolean outputReserved;
    private String status = "";

    Console(StandardOutput out, PrintStream err, Terminal terminal, Messages messages) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.messages = messages;
        this.texts = messages.withPlainNumbers();
    }

    /** The program's text of {@code key}, with numbers as {@link Figure} writes them. */
    String text(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    /** Columns of text that fit beside each other. */
    int width() {
        return terminal.width();
    }

    Messages messages() {
        return messages;
    }

    /** Prints a line on standard output, or on standard error where standard output is kept for JSON. */
    void line(String text) {
        print(outputReserved ? err : out, text);
    }

    /** Keeps standard output for machine-readable results from now on. */
    PrintStream reserveOutput() {
        outputReserved = true;
        return out;
    }

    /** Whether what is printed on standard output reaches nobody any more: its reader is gone, or its disk is full. */
    boolean isOutputLost() {
        return out.isLost();
    }

    /** What kept standard output from being written; empty where nothing did, or where its reader went away. */
    Optional<IOException> outputFailure() {
        return out.failure();
    }

    /** Prints a line on standard error. */
    void note(String text) {
        print(err, text);
    }

    /** Names a file that is not used, why, and what to do, on standard error. */
    void refused(Path file, Refusal refusal) {
        note(plain(file.toString()) + ": " + messages.refusal(refusal));
    }

    /** Whether a person reads standard error on a terminal, where a status line makes sense. */
    boolean showsStatus() {
        return terminal.errorShown();
    }

    /** Shows {@code text} in place of the last status; empty takes it away. Nothing where no person reads. */
    synchronized void status(String text) {
        if (!terminal.errorShown() || text.equals(status)) {
            return;
        }
        String fitting = text.substring(0, Math.min(text.length(), terminal.width() - 1));
        err.print(CLEAR_LINE + fitting);
        err.flush();
        status = fitting;
    }

    /** {@code text} in an ANSI colour ({@code 38;5;n}) where standard output is a terminal that may show colours. */
    String coloured(String text, int colour) {
        return !outputReserved && terminal.outputShown() && terminal.colour()
                ? "\u001b[38;5;" + colour + "m" + text + "\u001b[0m"
                : text;
    }

    private synchronized void print(PrintStream stream, String text) {
        if (!status.isEmpty()) {
            err.print(CLEAR_LINE);
            err.flush();
        }
        stream.println(text);
        stream.flush();
        if (!status.isEmpty()) {
            err.print(status);
            err.flush();
        }
    }

    /** {@code text} without control characters: a file name must not steer the terminal. */
    static String plain(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
