package io.crackscope.dataset;

import io.crackscope.dataset.DatasetException.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads comma-separated values as RFC 4180 defines them; a line feed alone also ends a line. */
final class Csv {
    private final Path file;
    private final String text;
    private int at;
    private int line = 1;

    private Csv(Path file, String text) {
        this.file = file;
        this.text = text;
    }

    /** One record and the line it starts on, the first being 1. */
    record Line(int number, List<String> cells) {}

    /** All records of {@code text}, empty lines left out; {@code file} is named in errors. */
    static List<Line> read(Path file, String text) {
        Csv csv = new Csv(file, text.startsWith("\ufeff") ? text.substring(1) : text);
        List<Line> lines = new ArrayList<>();
        while (csv.at < csv.text.length()) {
            Line line = csv.line();
            if (line.cells().size() > 1 || !line.cells().getFirst().isBlank()) {
                lines.add(line);
            }
        }
        return lines;
    }

    private Line line() {
        int number = line;
        List<String> cells = new ArrayList<>();
        while (true) {
            cells.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
            if (at < text.length() && text.charAt(at) == ',') {
                at++;
                continue;
            }
            if (at < text.length() && text.charAt(at) == '\r') {
                at++;
            }
            if (at < text.length() && text.charAt(at) == '\n') {
                at++;
            }
            line++;
            return new Line(number, cells);
        }
    }

    private String plain() {
        int start = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted() {
        int opened = line;
        StringBuilder cell = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                line += c == '\n' ? 1 : 0;
                cell.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                at++;
                cell.append('"');
            } else if (at == text.length() || ",\r\n".indexOf(text.charAt(at)) >= 0) {
                return cell.toString();
            } else {
                throw new DatasetException(file, Problem.TEXT_AFTER_QUOTE, line);
            }
        }
        throw new DatasetException(file, Problem.OPEN_QUOTE, opened);
    }
}
