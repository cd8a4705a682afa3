package io.crackscope.reporting;

import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Paper that PDF pages are made for. */
public enum PdfPaper {
    A4(PDRectangle.A4),
    LETTER(PDRectangle.LETTER);

    private final PDRectangle size;

    PdfPaper(PDRectangle size) {
        this.size = size;
    }

    PDRectangle size() {
        return size;
    }

    /** The word used in files and on the command line: {@code a4} or {@code letter}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The paper for {@code word}; empty for any other word. */
    public static Optional<PdfPaper> ofWord(String word) {
        for (PdfPaper paper : values()) {
            if (paper.word().equals(word)) {
                return Optional.of(paper);
            }
        }
        return Optional.empty();
    }
}
