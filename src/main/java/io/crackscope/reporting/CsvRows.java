package io.crackscope.reporting;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Writes rows as RFC 4180 says: UTF-8, comma, CRLF, quotes where needed. A text cell that a spreadsheet would run as a
 * formula gets an apostrophe in front; numbers stay numbers.
 */
public final class CsvRows {
    private final OutputStream stream;

    public CsvRows(OutputStream stream) {
        this.stream = stream;
    }

    /** Writes one row of texts and numbers. */
    public void row(Object... cells) throws IOException {
        String line = Arrays.stream(cells).map(CsvRows::cell).collect(Collectors.joining(",", "", "\r\n"));
        stream.write(line.getBytes(StandardCharsets.UTF_8));
    }

    private static String cell(Object value) {
        String text = value.toString();
        if (value instanceof Number) {
            return text.equals("NaN") ? "" : text;
        }
        if (!text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        return text.matches("(?s).*[\",\r\n].*") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
