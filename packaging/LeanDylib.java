import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * The lean form of a library of macOS: without the symbols that only it uses itself, taken out by the system's own tool. Its
 * code stays whole. Only for libraries without a signature, which would no longer fit.
 */
record LeanDylib(Path library) implements LeanLibrary {
    private static final int MACH_O_64 = 0xFEEDFACF;

    static boolean isOne(ByteBuffer file) {
        return file.getInt(0) == MACH_O_64;
    }

    @Override
    public void write(Path lean) throws IOException {
        // LLVM's does the same, where a build for macOS is only tried
        String tool = System.getProperty("os.name").startsWith("Mac") ? "strip" : "llvm-strip";
        try {
            int code = new ProcessBuilder(tool, "-x", "-S", "-o", lean.toString(), library.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IOException(tool + " failed with exit code " + code + " on " + library);
            }
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
    }
}
