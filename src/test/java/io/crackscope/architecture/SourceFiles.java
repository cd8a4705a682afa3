package io.crackscope.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules that only the sources can tell: length of a class, prose of a package. */
final class SourceFiles {
    /** Longest file, in lines. */
    static final int LONGEST = 300;

    private static final Pattern PROSE = Pattern.compile("/\\*\\*(.*?)\\*/\\s*@NullMarked\\s+package ", Pattern.DOTALL);
    private static final int SHORTEST_PROSE = 10;

    private SourceFiles() {}

    /** All Java files below {@code folder}, sorted. */
    static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    /** Files longer than {@link #LONGEST}, with their lines. */
    static Map<Path, Integer> tooLong(Path folder) throws IOException {
        Map<Path, Integer> result = new TreeMap<>();
        for (Path file : below(folder)) {
            int lines = Files.readAllLines(file).size();
            if (lines > LONGEST) {
                result.put(file, lines);
            }
        }
        return result;
    }

    /** Folders that hold classes but no {@code package-info.java} that is {@code @NullMarked} and says what for. */
    static List<Path> withoutProse(Path folder) throws IOException {
        List<Path> result = new ArrayList<>();
        for (Path packageFolder :
                below(folder).stream().map(Path::getParent).distinct().toList()) {
            Path info = packageFolder.resolve("package-info.java");
            if (!Files.exists(info) || !hasProse(Files.readString(info))) {
                result.add(packageFolder);
            }
        }
        return result;
    }

    private static boolean hasProse(String info) {
        Matcher matcher = PROSE.matcher(info);
        return matcher.find()
                && matcher.group(1).replaceAll("[\\s*]+", " ").strip().length() >= SHORTEST_PROSE;
    }
}
