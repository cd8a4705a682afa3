package io.crackscope.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A file or folder with the name that a person gave it: {@code NAME=PATH}, or only the path, which then names itself. */
record NamedPath(String name, Path path) {

    /** The name of the file without what follows the first dot. */
    static NamedPath of(Path path) {
        Path last = path.toAbsolutePath().normalize().getFileName();
        String file = last == null ? path.toString() : last.toString();
        int dot = file.indexOf('.');
        return new NamedPath(dot > 0 ? file.substring(0, dot) : file, path);
    }

    /** Reads one. A path that exists as it stands is none with a name, whatever signs are in it. */
    static final class Converter implements ITypeConverter<NamedPath> {
        @Override
        public NamedPath convert(String text) {
            try {
                int equals = text.indexOf('=');
                if (equals < 1 || Files.exists(Path.of(text))) {
                    return of(Path.of(text));
                }
                String name = text.substring(0, equals).strip();
                String path = text.substring(equals + 1);
                if (name.isEmpty() || path.isBlank() || name.contains("/") || name.contains("\\")) {
                    return of(Path.of(text));
                }
                return new NamedPath(Console.plain(name), Path.of(path));
            } catch (InvalidPathException e) {
                throw new TypeConversionException("'" + text + "' is no path: " + e.getReason());
            }
        }
    }
}
