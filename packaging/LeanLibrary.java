import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A library without the functions that can never run here (see {@link UnusedCode}), and without its symbol table.
 *
 * <p>Functions are not moved: the addresses of what was left out lead nowhere, and everything else stays where it was, which
 * is why nothing needs to be linked anew. Only what a symbol names is left out.
 */
interface LeanLibrary {
    /** Writes the lean form. */
    void write(Path lean) throws IOException;

    /** Replaces the library by its lean form. */
    static void trim(Path library) throws IOException {
        Path lean = library.resolveSibling(library.getFileName() + ".lean");
        try (FileChannel channel = FileChannel.open(library)) {
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
                    .order(ByteOrder.LITTLE_ENDIAN);
            of(bytes, library).write(lean);
        }
        Files.move(lean, library, StandardCopyOption.REPLACE_EXISTING);
    }

    private static LeanLibrary of(ByteBuffer bytes, Path library) throws IOException {
        if (LeanElf.isOne(bytes)) {
            return new LeanElf(bytes);
        }
        if (Dll.isOne(bytes)) {
            return new LeanDll(Dll.of(bytes));
        }
        if (LeanDylib.isOne(bytes)) {
            return new LeanDylib(library);
        }
        throw new IOException(library + " is no 64-bit library");
    }
}
