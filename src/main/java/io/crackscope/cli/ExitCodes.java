package io.crackscope.cli;

/** How the program ends; scripts rely on these numbers. Where several apply, the first of the list below wins. */
final class ExitCodes {
    /** Ctrl-C; what was done is kept. */
    static final int CANCELLED = 130;

    /** A defect of the program; the log has the details. */
    static final int UNEXPECTED = 70;

    /** Wrong usage; nothing was done. */
    static final int USAGE = 2;

    /** No usable photo, image or model. */
    static final int NOTHING_USABLE = 3;

    /** A result could not be written (disk full, no permission); what could not be written is on the terminal. */
    static final int NOT_WRITTEN = 4;

    /** Some inputs were refused, each named on standard error; the others are done. */
    static final int SOME_REFUSED = 1;

    static final int DONE = 0;

    private ExitCodes() {}
}
