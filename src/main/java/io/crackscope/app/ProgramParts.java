package io.crackscope.app;

/** The engines the program is delivered with: the only code that names implementations. */
final class ProgramParts {
    private ProgramParts() {}

    /** What the window works with. */
    static Wiring.Parts ofWindow() {
        throw new IllegalStateException("the photo reader and the inspection engine are wired when they are merged");
    }

    /** Runs the command line and returns its exit code. */
    static int runCommandLine(String... arguments) {
        throw new IllegalStateException("the command line is wired when it is merged");
    }
}
