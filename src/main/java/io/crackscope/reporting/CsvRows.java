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
    /** How formulas begin, in the full-width signs of East Asian keyboards too. */
    private static final String FORMULA = "=+-@\t\r\uff1d\uff0b\uff0d\uff20";

    private final OutputStream stream;

    public CsvRows(OutputStream stream) {
        this.stream = stream;
    }

    /** Writes one row of texts and numbers. */
    public void row(Object... cells) throws IOException {
        String line = Arrays.stream(cells).map(CsvRows::cell).collect(Collectors.joining(",", "", "\r\n"));
        stream.write(line.getBytes(StandardCharsets.UTF_8));
    }

    /** A text of people, which must not become a formula: with an apostrophe in front where it would. */
    static String harmless(String text) {
        String start = text.stripLeading();
        boolean runs = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0
                || !start.isEmpty() && FORMULA.indexOf(start.charAt(0)) >= 0;
        return runs ? "'" + text : text;
    }

    private static String cell(Object value) {
        String text = value.toString();
        if (value instanceof Number) {
            return text.equals("NaN") ? "" : text;
        }
        text = harmless(text);
        return text.matches("(?s).*[\",\r\n].*") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
