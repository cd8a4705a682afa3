import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks ({@code check}, exit code 1 where something differs) or makes ({@code apply}) the format of every Java source.
 *
 * <p>It is not Spotless because that runs the formatter inside Maven's own JVM, a 17 here, whose compiler cannot read
 * record patterns or unnamed variables; palantir-java-format always uses the compiler of the JVM that it runs on.
 */
public final class FormatSources {
    private static final List<String> FOLDERS = List.of("src", "packaging", ".ci");

    private FormatSources() {}

    public static void main(String[] arguments) throws IOException, FormatterException {
        boolean apply = arguments[0].equals("apply");
        Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
                .style(JavaFormatterOptions.Style.PALANTIR)
                .formatJavadoc(false)
                .build());
        List<Path> differing = new ArrayList<>();
        int seen = 0;
        for (Path source : sources()) {
            String text = Files.readString(source).replace("\r\n", "\n");
            String formatted;
            try {
                formatted = formatter.formatSourceAndFixImports(text);
            } catch (FormatterException e) {
                throw new IOException(source + " cannot be formatted: " + e.getMessage(), e);
            }
            seen++;
            if (!formatted.equals(text)) {
                differing.add(source);
                if (apply) {
                    Files.writeString(source, formatted);
                }
            }
        }
        System.out.println(seen + " Java sources, " + differing.size() + (apply ? " formatted" : " not formatted"));
        if (!apply && !differing.isEmpty()) {
            differing.forEach(source -> System.err.println("not formatted: " + source));
            System.err.println("Run: mvn exec:exec@format");
            System.exit(1);
        }
    }

    private static List<Path> sources() throws IOException {
        List<Path> result = new ArrayList<>();
        for (String folder : FOLDERS) {
            if (Files.isDirectory(Path.of(folder))) {
                try (Stream<Path> files = Files.walk(Path.of(folder))) {
                    files.filter(file -> file.toString().endsWith(".java"))
                            .sorted()
                            .forEach(result::add);
                }
            }
        }
        return result;
    }
}
